/**
 * Opening and sharing an LMDB environment: who may open a folder, how large its map is and how it grows, who reads and who writes.
 *
 * <p>Called by {@code map} and {@code store}. Everything here is thread-safe unless it says otherwise; a
 * {@link dev.dormouse.lmdb.internal.environment.Lease} belongs to one thread at a time. Fails with a {@link dev.dormouse.store.StoreException}
 * of {@code LmdbMessages}. Nothing here knows records or tables.
 */
@NullMarked
package dev.dormouse.lmdb.internal.environment;

import org.jspecify.annotations.NullMarked;
