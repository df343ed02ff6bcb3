/**
 * Group commit: who writes when, and how many transactions share one flush.
 *
 * <p>A platform thread that commits leads itself and takes along all that wait; a virtual one hands over to the store's writer thread, since LMDB ties a
 * writing transaction to an operating system thread. Each member is in the batch as a whole or not at all, and is acknowledged only after the batch is as
 * durable as configured. Called by {@code store}; calls it back through {@link dev.dormouse.lmdb.internal.commit.Batch} on the leading thread. Every failure reaches the member that
 * it belongs to.
 */
@NullMarked
package dev.dormouse.lmdb.internal.commit;

import org.jspecify.annotations.NullMarked;
