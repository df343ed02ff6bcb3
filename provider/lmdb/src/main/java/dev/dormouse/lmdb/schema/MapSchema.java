package dev.dormouse.lmdb.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A group of maps that are opened together. A schema is a class with one field for each map:
 *
 * <pre>{@code
 * final class Accounts extends MapSchema {
 *     final MapDescriptor<UUID, Account> accounts = declare(MapDescriptor.of("accounts", "9c1f...", ...));
 * }
 * }</pre>
 */
public abstract class MapSchema {

    private final List<MapDescriptor<?, ?>> maps = new ArrayList<>();

    /** Made by the class that names the maps. */
    protected MapSchema() {}

    /** Adds a map and returns it. Called while the schema is made. */
    protected final <K, V> MapDescriptor<K, V> declare(MapDescriptor<K, V> map) {
        maps.add(map);
        return map;
    }

    /** Returns the maps in the order of their declaration. */
    public final List<MapDescriptor<?, ?>> maps() {
        return List.copyOf(maps);
    }
}
