/**
 * Rules for the order of joins, and for how partners are found.
 *
 * <p>Called by the optimizer, on the thread that compiles a query; rules have no state.
 */
@NullMarked
package dev.dormouse.internal.optimize.rule.join;

import org.jspecify.annotations.NullMarked;
