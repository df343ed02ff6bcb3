/**
 * The walk of a life-cycle operation over a graph of entities (specification, section 3.3): which associations pass it on, in which order, each
 * instance once.
 *
 * <p>Pure: what happens to an instance is the caller's; nothing is loaded but what the operation needs. Used by the operations of a context on its thread.
 */
@NullMarked
package dev.dormouse.internal.context.cascade;

import org.jspecify.annotations.NullMarked;
