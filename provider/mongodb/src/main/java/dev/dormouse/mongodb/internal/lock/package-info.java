/**
 * Pessimistic locks that all processes see: one document a lock in {@code dormouse.locks}, with its holders and waiters, outside of any transaction. A holder that
 * dies loses its lock when the lease ends, by the server's clock. Called by transactions, which wait here; fails with
 * {@link dev.dormouse.store.LockTimeoutException} when the time is up, when the holder is another transaction of the same thread, and for the youngest of those
 * that wait in a circle.
 */
@NullMarked
package dev.dormouse.mongodb.internal.lock;

import org.jspecify.annotations.NullMarked;
