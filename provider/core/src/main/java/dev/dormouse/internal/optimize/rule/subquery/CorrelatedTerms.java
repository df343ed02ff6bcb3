package dev.dormouse.internal.optimize.rule.subquery;

import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A subquery taken apart: its rows without the terms that read the query around it, and these terms.
 *
 * @param rows the plan that reads no outer slot any more
 * @param terms what has been taken out
 */
record CorrelatedTerms(Plan rows, List<Expression> terms) {

    /** Takes the terms that read some outer slots out of the filters and inner joins at the top of a plan. */
    static CorrelatedTerms lift(Plan plan, BitSet outer) {
        List<Expression> lifted = new ArrayList<>();
        Plan rows = lift(plan, outer, lifted);
        return new CorrelatedTerms(rows, lifted);
    }

    /** Tells whether what remains reads none of the outer slots, so that it can be a side of a join. */
    boolean isIndependent(BitSet outer) {
        return !PlanTree.freeSlots(rows).intersects(outer);
    }

    private static Plan lift(Plan plan, BitSet outer, List<Expression> lifted) {
        if (plan instanceof Filter filter) {
            Terms terms = Terms.part(filter.condition(), Terms.readNone(outer));
            lifted.addAll(terms.staying());
            return Terms.filter(lift(filter.input(), outer, lifted), terms.moving());
        }
        if (plan instanceof Join join) {
            Plan left = lift(join.left(), outer, lifted);
            if (join.kind() != Join.Kind.INNER) {
                return new Join(left, join.right(), join.kind(), join.condition(), join.strategy());
            }
            Plan right = lift(join.right(), outer, lifted);
            Terms terms = Terms.part(join.condition(), Terms.readNone(outer));
            lifted.addAll(terms.staying());
            return new Join(left, right, join.kind(), ExpressionTree.conjunction(terms.moving()), join.strategy());
        }
        return plan;
    }
}
