/**
 * The rules of the optimizer, one a file: each looks at one node and, where it applies, returns a better one of the same meaning.
 *
 * <p>Rules never branch on which store runs. They are pure and are called by {@link dev.dormouse.internal.optimize.Optimizer} alone, which
 * applies them in order until none applies; a rule that applies must bring the plan nearer to a form in which it does not.
 */
@NullMarked
package dev.dormouse.internal.optimize.rule;

import org.jspecify.annotations.NullMarked;
