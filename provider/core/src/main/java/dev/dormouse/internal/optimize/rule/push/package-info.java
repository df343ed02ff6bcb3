/**
 * Rules that filter, sort and cut earlier.
 *
 * <p>Called by the optimizer, on the thread that compiles a query; rules have no state.
 */
@NullMarked
package dev.dormouse.internal.optimize.rule.push;

import org.jspecify.annotations.NullMarked;
