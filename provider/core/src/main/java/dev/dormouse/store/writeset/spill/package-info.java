/**
 * Where a transaction keeps changes of its own that are too many for memory: ordered maps of bytes in a private place that ends with the transaction.
 *
 * <p>Called by {@code store.writeset}, implemented by a store. One thread at a time, not always the same one. Fails with a
 * {@link dev.dormouse.store.StoreException}, as when the disk is full; the transaction cannot go on then.
 */
@NullMarked
package dev.dormouse.store.writeset.spill;

import org.jspecify.annotations.NullMarked;
