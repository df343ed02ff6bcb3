/**
 * The logical algebra that every query becomes: relational nodes and expressions, as sealed records that print.
 *
 * <p>Rows are not passed from node to node: a plan owns a frame of slots, and a node that produces a row fills its own slots. A slot
 * holds a record (of a {@link dev.dormouse.store.plan.Scan} or an unnested array) or a value (of a projection or an aggregate). So an
 * expression below a join sees every slot to its left, and a correlated subquery the slots of the query around it.
 *
 * <p>Knows no entity class and no store. Access path and join strategy are fields that the optimizer fills; a store that takes the whole
 * subtree may ignore them. Immutable and thread-safe.
 */
@NullMarked
package dev.dormouse.store.plan;

import org.jspecify.annotations.NullMarked;
