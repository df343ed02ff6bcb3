/**
 * The LMDB store: the store SPI over native maps. Snapshots and the writer are handed to {@code store.writeset}, which keeps the transactions.
 *
 * <p>Found by {@link dev.dormouse.lmdb.internal.store.LmdbStoreProvider} through {@code lmdb:PATH}. A store is thread-safe; a snapshot belongs to one
 * transaction, the writer's maps to the thread that leads the batch. What is committed as one state is a
 * {@link dev.dormouse.lmdb.internal.store.Committed}.
 */
@NullMarked
package dev.dormouse.lmdb.internal.store;

import org.jspecify.annotations.NullMarked;
