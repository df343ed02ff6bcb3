package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.catalog.MapDefinition.MapIndexDefinition;
import dev.dormouse.lmdb.internal.map.TableMaps;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An open map: where it is, and how the catalog knows it now. Thread-safe. */
public final class ByteMap {

    /** The number under which the members of sets stand among the entries. */
    public static final int MEMBERS = 0;

    private final TableMaps maps;
    private final Map<Integer, Long> attached = new ConcurrentHashMap<>();
    private volatile MapDefinition definition;

    ByteMap(MapDefinition definition, TableMaps maps) {
        this.definition = definition;
        this.maps = maps;
    }

    /** Returns where it is. */
    public TableMaps maps() {
        return maps;
    }

    /** Returns the newest committed definition. */
    public MapDefinition definition() {
        return definition;
    }

    void define(MapDefinition newer, long transaction) {
        for (MapIndexDefinition index : newer.indexes()) {
            if (definition.indexes().stream().noneMatch(known -> known.number() == index.number())) {
                attached.put(index.number(), transaction);
            }
        }
        definition = newer;
    }

    /** Returns the number of the commit that attached an index, 0 if it was there when the map was opened. */
    long attached(int index) {
        return attached.getOrDefault(index, 0L);
    }

    @Override
    public String toString() {
        return definition.name();
    }
}
