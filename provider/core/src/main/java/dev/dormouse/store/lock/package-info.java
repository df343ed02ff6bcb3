/**
 * Pessimistic locks in memory: who owns which record, who waits for it, and for how long.
 *
 * <p>Shared by the stores that have one process of writers. Thread-safe; waiting suits virtual threads. A lock that cannot be had is a
 * {@link dev.dormouse.store.LockTimeoutException}.
 */
@NullMarked
package dev.dormouse.store.lock;

import org.jspecify.annotations.NullMarked;
