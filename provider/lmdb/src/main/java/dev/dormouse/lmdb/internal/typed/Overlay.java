package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a buffered transaction did to one map. */
@SuppressWarnings("ArrayRecordComponent") // never compared
final class Overlay {

    /**
     * A row that was written or that the commit depends on.
     *
     * @param base what was stored when it was first touched, null for nothing
     * @param value what is to be stored, null for nothing
     */
    record Row(byte @Nullable [] base, byte @Nullable [] value) {

        boolean isUnchanged() {
            return Arrays.equals(base, value);
        }
    }

    /**
     * An entry that was added or removed.
     *
     * @param index the number of the index
     * @param unique whether the key may stand for one row only
     * @param key the key in the index
     * @param value what it stands for
     * @param present whether it was added
     */
    record Entry(int index, boolean unique, byte[] key, byte[] value, boolean present) {}

    private final NavigableMap<byte[], Row> rows;
    private final NavigableMap<byte[], Entry> entries;

    private final MapDefinition definition;

    Overlay(MapDefinition definition) {
        this.definition = definition;
        rows = new TreeMap<>(Arrays::compareUnsigned);
        entries = new TreeMap<>(Arrays::compareUnsigned);
    }

    private Overlay(Overlay other) {
        definition = other.definition;
        rows = new TreeMap<>(other.rows);
        entries = new TreeMap<>(other.entries);
    }

    Overlay copy() {
        return new Overlay(this);
    }

    /** Returns the map as it was when the first change was made: its entries are those of these indexes. */
    MapDefinition definition() {
        return definition;
    }

    NavigableMap<byte[], Row> rows() {
        return rows;
    }

    /** Returns the entries in the order of index, key and value. */
    NavigableMap<byte[], Entry> entries() {
        return entries;
    }
}
