/**
 * Runs plans: asks the store to take the largest subtrees that it can, and does the rest itself, row by row, over the cursors of the store.
 *
 * <p>Called by queries and by loading, with plans that the optimizer has seen. A {@link dev.dormouse.internal.execute.PlanCompiler} makes an
 * immutable {@link dev.dormouse.internal.execute.ExecutablePlan}, shared by threads and kept for as long as the catalog keeps its version; an
 * {@link dev.dormouse.internal.execute.Execution} is one run of it, on the thread of its transaction, and must be closed. Rows are
 * pulled; only sorting, grouping and the right side of a hash join keep rows. Values without a result are
 * {@link dev.dormouse.store.evaluate.EvaluationException}s, failures of the store {@link dev.dormouse.store.StoreException}s.
 */
@NullMarked
package dev.dormouse.internal.execute;

import org.jspecify.annotations.NullMarked;
