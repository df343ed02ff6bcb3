package dev.dormouse.lmdb;

import dev.dormouse.lmdb.row.MapChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what a transaction changes in one map, from {@link TypedMap#watch()} on. Belongs to the thread of the transaction.
 *
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public final class MapWatch<K, V> {

    private final List<MapChange<K, V>> changes = new ArrayList<>();

    MapWatch() {}

    void add(MapChange<K, V> change) {
        changes.add(change);
    }

    /** Returns the changes so far, in their order; a row that was changed twice is there twice. */
    public List<MapChange<K, V>> changes() {
        return List.copyOf(changes);
    }
}
