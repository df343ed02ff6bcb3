/**
 * Makes plans better without changing their meaning: ordered rules, one a file, applied phase by phase until none applies.
 *
 * <p>Called once a query, before it is compiled; pure and thread-safe. Rules are pure functions of the plan and of estimates from
 * {@link dev.dormouse.internal.optimize.access.Statistics}; none knows which store runs. Each has an off-switch.
 */
@NullMarked
package dev.dormouse.internal.optimize;

import org.jspecify.annotations.NullMarked;
