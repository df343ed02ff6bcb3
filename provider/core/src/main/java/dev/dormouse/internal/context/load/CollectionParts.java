package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.MapKeyLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a part of a collection that is not loaded: some elements of a list, the value of one key of a map. */
final class CollectionParts {

    /** How many elements of a list are read with one that is asked for; a list of fewer is loaded by that. */
    private static final int FEW = 64;
    /** How many are read where a program goes on behind them, and up to how many entries a map is loaded at the second question. */
    private static final int MANY = 1_024;

    private final CollectionReader reader;
    private final Hydration hydration;
    private final RecordLookup lookup;

    CollectionParts(CollectionReader reader, Hydration hydration, RecordLookup lookup) {
        this.reader = reader;
        this.hydration = hydration;
        this.lookup = lookup;
    }

    @Nullable
    List<?> elements(CollectionState collection, int from, int count) {
        ToManyLocation location = paged(collection);
        return location != null && reader.isAlone(collection) ? read(collection, location, from, count) : null;
    }

    CollectionState.@Nullable Page pageWith(CollectionState collection, int index) {
        ToManyLocation location = paged(collection);
        if (location == null) {
            return null;
        }
        CollectionState.Page known = collection.page();
        if (known != null && !reader.isUnchangedSince(known.moment(), location)) {
            known = null;
        }
        if (known != null && known.contains(index)) {
            return known;
        }
        if (known == null && !reader.isAlone(collection)) {
            return null;
        }
        int count = known != null && index == known.end() ? MANY : FEW;
        int from = known != null && index == known.from() - 1 ? Math.max(0, known.from() - count) : index;
        return page(collection, location, from, count);
    }

    private CollectionState.@Nullable Page page(
            CollectionState collection, ToManyLocation location, int from, int count) {
        long moment = hydration.context().writes();
        List<?> elements = read(collection, location, from, count);
        if (elements == null) {
            return null;
        }
        if (from == 0 && elements.size() < count) {
            collection.fill(elements);
            return null;
        }
        hydration.context().accessed(collection);
        CollectionState.Page page = new CollectionState.Page(from, elements, moment);
        collection.page(page);
        return page;
    }

    /** Returns some elements, for a map its entries, as many as are wanted or there are; null if one of their rows refers to none. */
    @Nullable
    List<?> read(CollectionState collection, ToManyLocation location, int from, int count) {
        Key owner = AssociationReader.ownerValues(reader.owner(collection), CollectionReader.ownerFields(location));
        RecordLookup.Place place = Objects.requireNonNull(OrderedPlace.of(location));
        return hydration.reading(transaction ->
                reader.elements(location, lookup.find(transaction, location, place, owner, from, count)));
    }

    /** Returns where the elements of a collection are if they are found in its order. */
    @Nullable
    ToManyLocation paged(CollectionState collection) {
        ToManyLocation location = reader.inIndex(collection);
        return location != null && OrderedPlace.of(location) != null ? location : null;
    }

    /** Where the entry of a key is in a join table, and the values to find it by. */
    private record EntryPlace(ToManyLocation location, RecordLookup.Place place, Key values) {}

    Truth containsKey(CollectionState collection, @Nullable Object key) {
        EntryPlace entry = entryPlace(collection, key);
        if (entry == null || !mayAsk(collection)) {
            return Truth.UNKNOWN;
        }
        RecordView row = row(entry);
        if (row != null && !isSameKey(entry, row, key)) {
            return Truth.UNKNOWN;
        }
        hydration.context().accessed(collection);
        return Truth.of(row != null);
    }

    @Nullable
    Collection<?> valueOf(CollectionState collection, @Nullable Object key) {
        EntryPlace entry = entryPlace(collection, key);
        if (entry == null || !mayAsk(collection)) {
            return null;
        }
        Collection<?> value = hydration.reading(transaction -> {
            RecordView row = row(entry);
            if (row == null) {
                return List.of();
            }
            return isSameKey(entry, row, key) ? values(reader.elements(entry.location(), List.of(row))) : null;
        });
        if (value != null) {
            hydration.context().accessed(collection);
        }
        return value;
    }

    private static @Nullable List<?> values(@Nullable List<?> entries) {
        return entries == null
                ? null
                : entries.stream()
                        .map(entry -> ((Map.Entry<?, ?>) entry).getValue())
                        .toList();
    }

    /** A program that asks again asks for many: a map that is not large is loaded then. */
    private boolean mayAsk(CollectionState collection) {
        int questions = collection.asked();
        return questions == 1 ? reader.isAlone(collection) : questions > 2 || reader.stored(collection) > MANY;
    }

    private @Nullable RecordView row(EntryPlace entry) {
        return hydration.reading(
                transaction -> lookup.entry(transaction, entry.location(), entry.place(), entry.values()));
    }

    /** Values that the store takes for equal need not be equal in Java. */
    private static boolean isSameKey(EntryPlace entry, RecordView row, @Nullable Object key) {
        if (entry.location().key() instanceof MapKeyLocation.Stored stored
                && stored.location() instanceof BasicLocation basic) {
            Object now = basic.conversion().toJava(row.get(basic.field()));
            return now != null && now.equals(key);
        }
        return true;
    }

    /** Returns where the entry of a key is, if the key of a join table says so. */
    private @Nullable EntryPlace entryPlace(CollectionState collection, @Nullable Object key) {
        ToManyLocation location = reader.inIndex(collection);
        if (key == null || location == null || !(location.reference() instanceof Reference.InJoinTable join)) {
            return null;
        }
        List<FieldPath> fields = new ArrayList<>(join.fieldsToOwner());
        List<@Nullable Object> values = AssociationReader.ownerValues(reader.owner(collection), join.ownerFields())
                .parts();
        boolean isPlaced = addKey(location.key(), key, fields, values);
        return isPlaced && AssociationReader.isPrimaryKey(join.table(), fields)
                ? new EntryPlace(location, new RecordLookup.Place(join.table(), fields, null), Key.of(values.toArray()))
                : null;
    }

    private boolean addKey(
            @Nullable MapKeyLocation location, Object key, List<FieldPath> fields, List<@Nullable Object> values) {
        if (location instanceof MapKeyLocation.Stored stored && stored.location() instanceof BasicLocation basic) {
            fields.add(basic.field());
            values.add(
                    basic.conversion().javaType().isInstance(key)
                            ? basic.conversion().toStore(key)
                            : null);
        } else if (location instanceof MapKeyLocation.Entity entity) {
            EntityEntry entry = hydration.context().entry(key);
            Key parts = entry == null ? null : entry.key();
            fields.addAll(entity.fields());
            values.addAll(parts == null ? List.of() : parts.parts());
        } else {
            return false;
        }
        return fields.size() == values.size() && values.stream().noneMatch(value -> value == null);
    }
}
