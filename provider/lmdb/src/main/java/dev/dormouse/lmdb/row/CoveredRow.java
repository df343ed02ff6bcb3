package dev.dormouse.lmdb.row;

/**
 * What a covering index tells of a row without reading it.
 *
 * @param indexKey the key in the index
 * @param key the key of the row
 * @param covered what the index keeps of the row
 * @param <I> the class of the keys of the index
 * @param <K> the class of the keys
 * @param <C> the class of what is covered
 */
public record CoveredRow<I, K, C>(I indexKey, K key, C covered) {}
