/**
 * Rules that find records by keys, indexes and counts instead of walking all of them.
 *
 * <p>Called by the optimizer, on the thread that compiles a query; rules have no state.
 */
@NullMarked
package dev.dormouse.internal.optimize.rule.search;

import org.jspecify.annotations.NullMarked;
