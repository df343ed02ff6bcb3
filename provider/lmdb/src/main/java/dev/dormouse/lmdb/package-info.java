/**
 * The embedded store as a library of its own: typed, ordered, persistent maps over LMDB, with indexes that are really kept.
 *
 * <p>Begin with {@link dev.dormouse.lmdb.LmdbDatabase}, which opens a folder and runs transactions, and {@link dev.dormouse.lmdb.TypedMap}, what a transaction reads and writes. Below: {@code schema}
 * declares maps and indexes, {@code key} and {@code value} say how keys and values become bytes, {@code row} is what selections hand over, {@code care} what a database tells of itself.
 *
 * <p>Called by applications. A database is thread-safe; a transaction, with its maps, belongs to one thread. Failures are {@link dev.dormouse.store.StoreException}s with a stable id.
 */
@NullMarked
package dev.dormouse.lmdb;

import org.jspecify.annotations.NullMarked;
