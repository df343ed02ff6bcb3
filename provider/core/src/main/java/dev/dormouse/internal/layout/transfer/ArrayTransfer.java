package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.EnhanceMessages;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.enhance.collection.PersistentCollection;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A collection that lies as an array in the record. Empty and null are both stored as null. */
public final class ArrayTransfer extends AttributeTransfer {

    private final CollectionLocation location;
    private final FieldPath array;
    private final ElementCodec codec;

    /** Makes the step. */
    public ArrayTransfer(
            ClassAccessor accessor, int position, CollectionLocation location, FieldPath array, ElementCodec codec) {
        super(accessor, position);
        this.location = location;
        this.array = array;
        this.codec = codec;
    }

    @Override
    public Object read(RecordView view, Object owner, References references) {
        return references.collection(owner, location);
    }

    @Override
    public void write(Object holder, Record record, KeySource keys) {
        Object collection = value(holder);
        if (collection != null) {
            record.set(array, stored(elements(collection), keys));
        }
    }

    @Override
    public boolean isChanged(Object holder, Object owner, RecordView loaded, KeySource keys) {
        Object collection = value(holder);
        if (collection instanceof PersistentCollection persistent) {
            CollectionState state = persistent.dormouseState();
            if (isOwn(state, owner) && !state.isDirty() && (!state.isLoaded() || codec.isImmutable())) {
                return false;
            }
            if (isOwn(state, owner) && !state.isLoaded()) {
                return true;
            }
        }
        List<Object> now = collection == null ? null : stored(elements(collection), keys);
        List<Object> before = decoded(loaded.get(array));
        if (now == null || before == null || location.isOrdered()) {
            return !Objects.equals(now, before);
        }
        return now.size() != before.size() || !counts(now).equals(counts(before));
    }

    /** Counts equal elements; a record of one value compares that by content, bytes too. */
    private static Map<Record, Integer> counts(List<Object> elements) {
        Map<Record, Integer> counts = new HashMap<>();
        elements.forEach(element -> counts.merge(Record.of(element), 1, Integer::sum));
        return counts;
    }

    /** A collection of another attribute, or of one that an embeddable came from, is new here. */
    private boolean isOwn(CollectionState state, Object owner) {
        return state.isValueOf(location, owner);
    }

    @Override
    public void addChanges(
            Object holder, Object owner, RecordView loaded, KeySource keys, List<Change.FieldChange> changes) {
        Object collection = value(holder);
        if (collection instanceof PersistentCollection persistent) {
            CollectionState state = persistent.dormouseState();
            if (isOwn(state, owner) && !state.isLoaded()) {
                List<Object> more = stored(state.queued(), keys);
                changes.add(new Change.FieldChange.Append(array, Objects.requireNonNull(more)));
                return;
            }
        }
        List<Object> now = collection == null ? null : stored(elements(collection), keys);
        changes.add(new Change.FieldChange.Set(array, now));
    }

    /** Returns the elements of a record's array. */
    List<Object> read(RecordView view, Object owner, References references, ArrayOrder order) {
        List<?> stored = (List<?>) view.get(array);
        if (stored == null) {
            return List.of();
        }
        List<Object> elements = new ArrayList<>(stored.size());
        order.sorted(stored).forEach(e -> elements.add(codec.toJava(e, owner, references)));
        return elements;
    }

    private @Nullable List<Object> stored(Collection<? extends @Nullable Object> elements, KeySource keys) {
        if (elements.isEmpty()) {
            return null;
        }
        List<Object> stored = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (element == null || (element instanceof Map.Entry<?, ?> entry && hasNull(entry))) {
                throw new PersistenceException(EnhanceMessages.NULL_ELEMENT.text(location.description()));
            }
            stored.add(codec.toStore(element, keys));
        }
        return stored;
    }

    private static boolean hasNull(Map.Entry<?, ?> entry) {
        return entry.getKey() == null || entry.getValue() == null;
    }

    private static Collection<? extends @Nullable Object> elements(Object collection) {
        return collection instanceof Map<?, ?> map ? map.entrySet() : (Collection<?>) collection;
    }

    private static @Nullable List<Object> decoded(@Nullable Object array) {
        if (array == null) {
            return null;
        }
        List<Object> decoded = new ArrayList<>();
        ((List<?>) array).forEach(e -> decoded.add(e instanceof RecordView view ? view.copy() : e));
        return decoded;
    }
}
