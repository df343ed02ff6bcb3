package dev.dormouse.lmdb.row;

/**
 * A row of a map, found by an index.
 *
 * @param indexKey the key in the index
 * @param key the key of the row
 * @param value the value of the row
 * @param <I> the class of the keys of the index
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public record IndexRow<I, K, V>(I indexKey, K key, V value) {}
