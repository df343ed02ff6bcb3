package dev.dormouse.lmdb.row;

import org.jspecify.annotations.Nullable;

/**
 * One change of a row.
 *
 * @param key its key
 * @param before its value before, null if there was none
 * @param after its value after, null if it was removed
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public record MapChange<K, V>(K key, @Nullable V before, @Nullable V after) {}
