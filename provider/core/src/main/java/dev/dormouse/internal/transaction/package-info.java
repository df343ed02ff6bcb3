/**
 * Resource-local transactions of one entity manager: the state machine behind {@code EntityTransaction}, the store transaction that it owns, and the
 * translation of what a store refuses into what the specification names.
 *
 * <p>Called by {@code context} for reads and flushes and by {@code session} for begin, commit and rollback, on the thread that uses the entity
 * manager; {@link dev.dormouse.internal.transaction.Confinement} refuses another one. A failed commit is a {@code RollbackException} with its cause.
 */
@NullMarked
package dev.dormouse.internal.transaction;

import org.jspecify.annotations.NullMarked;
