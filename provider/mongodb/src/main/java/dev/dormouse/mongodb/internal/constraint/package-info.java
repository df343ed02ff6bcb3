/**
 * Unique values and references, where the server alone does not keep them or does not say enough. Called by flushes, schema changes and the checker, on their
 * thread. Fails with {@link dev.dormouse.store.ConstraintViolationException}s that name table, constraint and value.
 */
@NullMarked
package dev.dormouse.mongodb.internal.constraint;

import org.jspecify.annotations.NullMarked;
