/**
 * Rules that make conditions simpler, and filters fewer.
 *
 * <p>Called by the optimizer, on the thread that compiles a query; rules have no state.
 */
@NullMarked
package dev.dormouse.internal.optimize.rule.condition;

import org.jspecify.annotations.NullMarked;
