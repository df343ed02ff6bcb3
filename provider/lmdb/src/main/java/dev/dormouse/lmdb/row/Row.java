package dev.dormouse.lmdb.row;

/**
 * A row of a map.
 *
 * @param key its key
 * @param value its value
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public record Row<K, V>(K key, V value) {}
