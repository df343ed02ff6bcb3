package dev.dormouse.store.writeset;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.RecordView;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored keys that one record has in one index: one, or one for each distinct element of an array. Used again and again without garbage. Not
 * thread-safe.
 */
public final class EntryKeys {

    private KeyBuffer[] keys = {new KeyBuffer()};
    private int count;

    /** Makes an empty list. */
    public EntryKeys() {}

    /** Computes the keys of a record, cut at a limit. */
    public EntryKeys compute(IndexDefinition index, RecordView record, int limit) {
        count = 0;
        List<?> elements = elements(index, record);
        if (elements == null || elements.isEmpty()) {
            add(index, record, null, limit);
        } else {
            for (Object element : elements) {
                add(index, record, element, limit);
            }
        }
        return this;
    }

    /** Forgets the keys. */
    void clear() {
        count = 0;
    }

    private static @Nullable List<?> elements(IndexDefinition index, RecordView record) {
        List<IndexPart> parts = index.parts();
        for (int i = 0; i < parts.size(); i++) {
            FieldPath path = parts.get(i).path();
            if (path.isArray()) {
                return elements(path, record);
            }
        }
        return null;
    }

    private static @Nullable List<?> elements(FieldPath path, RecordView record) {
        FieldPath array = path.array();
        return (List<?>) record.get(array == null ? path : array);
    }

    private void add(IndexDefinition index, RecordView record, @Nullable Object element, int limit) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            for (int i = count; i < keys.length; i++) {
                keys[i] = new KeyBuffer();
            }
        }
        KeyBuffer key = keys[count].clear();
        KeyEncoder.indexKey(key, index, record, element);
        IndexKeys.cut(key, limit);
        if (!contains(key)) {
            count++;
        }
    }

    /** Returns how many keys there are, at least one. */
    public int count() {
        return count;
    }

    /** Returns one key, good until the next computation. */
    public KeyBuffer key(int place) {
        return keys[place];
    }

    /** Tells whether a key is among these. */
    public boolean contains(KeyBuffer key) {
        for (int i = 0; i < count; i++) {
            if (keys[i].equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a record has a null in a part of an index, an empty array being one. */
    static boolean hasNull(IndexDefinition index, RecordView record) {
        List<IndexPart> parts = index.parts();
        for (int i = 0; i < parts.size(); i++) {
            FieldPath path = parts.get(i).path();
            if (path.isArray()) {
                List<?> elements = elements(path, record);
                if (elements == null || elements.isEmpty()) {
                    return true;
                }
            } else if (record.isNull(path)) {
                return true;
            }
        }
        return false;
    }
}
