/**
 * The life-cycle operations (specification, section 3.3) and their walk over a graph of entities: which associations pass an operation on, each
 * instance once.
 *
 * <p>{@link dev.dormouse.internal.context.cascade.CascadeWalk} is pure; {@link dev.dormouse.internal.context.cascade.LifeCycle} and
 * {@link dev.dormouse.internal.context.cascade.Merge} change states. Nothing is loaded but what the operation needs. Called by {@code session}, and by
 * {@code context.flush} for what a flush passes on, on the thread of the entity manager.
 */
@NullMarked
package dev.dormouse.internal.context.cascade;

import org.jspecify.annotations.NullMarked;
