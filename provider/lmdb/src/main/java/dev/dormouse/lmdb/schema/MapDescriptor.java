package dev.dormouse.lmdb.schema;

import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Declares a map: what it is known by for ever, and what is in it. The UUID is the identity: a map, and the class that declares it, may be renamed and keeps its rows. The types of keys and
 * values never change under one UUID. Immutable and thread-safe.
 *
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public final class MapDescriptor<K, V> {

    private static final int HIGHEST_VERSION = 0xFFFF;

    private final String name;
    private final UUID uuid;
    private final KeyType<K> keyType;
    private final ValueType<V> valueType;
    private final MapCompression compression;
    private final int version;
    private final List<MapIndex<? super K, ? super V, ?>> indexes;

    private MapDescriptor(
            String name,
            UUID uuid,
            KeyType<K> keyType,
            ValueType<V> valueType,
            MapCompression compression,
            int version,
            List<MapIndex<? super K, ? super V, ?>> indexes) {
        this.name = Objects.requireNonNull(name, "name");
        this.uuid = Objects.requireNonNull(uuid, "uuid");
        this.keyType = Objects.requireNonNull(keyType, "keyType");
        this.valueType = Objects.requireNonNull(valueType, "valueType");
        this.compression = Objects.requireNonNull(compression, "compression");
        this.version = version;
        this.indexes = List.copyOf(indexes);
    }

    /** Declares a map without indexes and compression, of version 1. */
    public static <K, V> MapDescriptor<K, V> of(String name, UUID uuid, KeyType<K> keys, ValueType<V> values) {
        return new MapDescriptor<>(name, uuid, keys, values, MapCompression.NONE, 1, List.of());
    }

    /**
     * Declares a map without indexes and compression, of version 1.
     *
     * @param uuid the UUID in its usual form
     * @throws IllegalArgumentException if it is none
     */
    public static <K, V> MapDescriptor<K, V> of(String name, String uuid, KeyType<K> keys, ValueType<V> values) {
        return of(name, UUID.fromString(uuid), keys, values);
    }

    /** Returns this map with another index, attached and, if there are rows, filled when the map is opened. */
    public MapDescriptor<K, V> with(MapIndex<? super K, ? super V, ?> index) {
        List<MapIndex<? super K, ? super V, ?>> more = new ArrayList<>(indexes);
        more.add(index);
        return new MapDescriptor<>(name, uuid, keyType, valueType, compression, version, more);
    }

    /** Returns this map, whose values are compressed from now on. */
    public MapDescriptor<K, V> compressed(MapCompression how) {
        return new MapDescriptor<>(name, uuid, keyType, valueType, how, version, indexes);
    }

    /**
     * Returns this map with another version of the form of its values, 0 to 65535. It is written beside each value; a program that declares a lower one refuses to read the value.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public MapDescriptor<K, V> version(int number) {
        if (number < 0 || number > HIGHEST_VERSION) {
            throw new IllegalArgumentException(
                    "Version is out of range: '" + number + "'. It must be from 0 to 65535. Choose another one.");
        }
        return new MapDescriptor<>(name, uuid, keyType, valueType, compression, number, indexes);
    }

    /** Returns this map under another name. */
    public MapDescriptor<K, V> named(String other) {
        return new MapDescriptor<>(other, uuid, keyType, valueType, compression, version, indexes);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns what the map is known by. */
    public UUID uuid() {
        return uuid;
    }

    /** Returns how keys become bytes. */
    public KeyType<K> keyType() {
        return keyType;
    }

    /** Returns how values become bytes. */
    public ValueType<V> valueType() {
        return valueType;
    }

    /** Returns how values are compressed. */
    public MapCompression compression() {
        return compression;
    }

    /** Returns the version of the form of the values. */
    public int version() {
        return version;
    }

    /** Returns the declared indexes. */
    public List<MapIndex<? super K, ? super V, ?>> indexes() {
        return indexes;
    }

    @Override
    public String toString() {
        return name + " (" + uuid + ")";
    }
}
