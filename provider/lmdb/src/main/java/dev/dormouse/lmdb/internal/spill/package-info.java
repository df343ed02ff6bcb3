/**
 * Changes of one transaction that are too many for memory, in a private LMDB environment below the store's folder, which nothing flushes and which is removed when
 * the transaction ends; what a killed process left is removed when the store is opened for writing again.
 *
 * <p>Called by {@code store}. An area belongs to one transaction, and so to one thread at a time. Fails with a {@link dev.dormouse.store.StoreException}.
 */
@NullMarked
package dev.dormouse.lmdb.internal.spill;

import org.jspecify.annotations.NullMarked;
