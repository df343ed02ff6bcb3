/**
 * Rules that make joins of subqueries.
 *
 * <p>Called by the optimizer, on the thread that compiles a query; rules have no state.
 */
@NullMarked
package dev.dormouse.internal.optimize.rule.subquery;

import org.jspecify.annotations.NullMarked;
