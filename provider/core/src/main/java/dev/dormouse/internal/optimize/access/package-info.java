/**
 * How records are found and what that costs: search conditions, access paths of a scan, estimates of rows and work.
 *
 * <p>Called by the rules of the optimizer. Estimates are made from the counts of a {@link dev.dormouse.internal.optimize.access.Statistics},
 * never from the kind of store. Stateless; fails on nothing: what is unknown is guessed.
 */
@NullMarked
package dev.dormouse.internal.optimize.access;

import org.jspecify.annotations.NullMarked;
