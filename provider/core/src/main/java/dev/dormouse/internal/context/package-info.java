/**
 * The persistence context: which instance stands for which record, in which life-cycle state, and what becomes of it.
 *
 * <p>{@link dev.dormouse.internal.context.PersistenceContext} holds the state; the subpackages do the work on it and are seen by nothing here:
 * {@code cascade} walks graphs, {@code generate} gives ids, {@code load} reads records into instances, {@code flush} turns changes of instances
 * into changes of records. Belongs to one entity manager and its thread. Failures are the exceptions that the specification names (section 3.12).
 */
@NullMarked
package dev.dormouse.internal.context;

import org.jspecify.annotations.NullMarked;
