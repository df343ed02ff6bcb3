package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.SharedTexts;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.writeset.EntryCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes records of index entries alone: no more than the fields that are read, each from the index key or the primary key. Thread-safe. */
final class EntryRecords {

    private final List<IndexPart> parts;
    private final boolean[] wanted;
    private final @Nullable SharedTexts[] texts;
    private final int partCount;
    private final List<FieldPath> primaryKey;
    private final boolean[] wantedOfKey;
    private final int keyCount;
    private final Record none;

    EntryRecords(TableDefinition table, IndexDefinition index, List<FieldPath> read) {
        parts = index.parts();
        primaryKey = table.primaryKey();
        none = new Record(table.type().fields().size());
        wanted = new boolean[parts.size()];
        texts = new SharedTexts[parts.size()];
        wantedOfKey = new boolean[primaryKey.size()];
        int lastPart = 0;
        int lastOfKey = 0;
        for (FieldPath path : read) {
            int part = index(path);
            if (part >= 0) {
                wanted[part] = true;
                texts[part] = path.type() == BasicType.STRING ? new SharedTexts() : null;
                lastPart = Math.max(lastPart, part + 1);
            } else {
                int ofKey = primaryKey.indexOf(path);
                if (ofKey < 0) {
                    throw new AssertionError("a field that no entry has: " + path);
                }
                wantedOfKey[ofKey] = true;
                lastOfKey = Math.max(lastOfKey, ofKey + 1);
            }
        }
        partCount = lastPart;
        keyCount = lastOfKey;
    }

    private int index(FieldPath path) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns what is read of the record of the entry that a cursor is at, whose index key was not cut; the decoder is used for nothing else meanwhile. */
    Record of(EntryCursor entry, KeyDecoder decoder) {
        if (partCount == 0 && keyCount == 0) {
            return none;
        }
        Record record = new Record(none.size());
        if (partCount > 0) {
            KeyBuffer key = entry.key();
            decoder.reset(key.array(), 0, key.length());
            for (int i = 0; i < partCount; i++) {
                IndexPart part = parts.get(i);
                SharedTexts shared = texts[i];
                Object value = shared == null
                        ? decoder.indexPart((BasicType) part.path().type(), part.descending())
                        : decoder.indexText(part.descending(), shared);
                if (wanted[i]) {
                    record.set(part.path(), value);
                }
            }
        }
        if (keyCount > 0) {
            KeyBuffer key = entry.primaryKey();
            decoder.reset(key.array(), 0, key.length());
            for (int i = 0; i < keyCount; i++) {
                Object value = decoder.value((BasicType) primaryKey.get(i).type());
                if (wantedOfKey[i]) {
                    record.set(primaryKey.get(i), value);
                }
            }
        }
        return record;
    }
}
