/**
 * Makes evaluators of plan expressions, and keys and ranges of the access paths of scans.
 *
 * <p>Called by stores for the subtrees that they take and by the engine for the rest, once a plan. What is made has no state and may be shared by
 * threads.
 */
@NullMarked
package dev.dormouse.store.evaluate.compile;

import org.jspecify.annotations.NullMarked;
