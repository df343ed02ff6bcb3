package dev.dormouse.internal.optimize.rule.subquery;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Sort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Joins with a subquery of which only the existence matters.
 *
 * <pre>
 * Filter exists(#1) and a
 *   #1:
 *     Filter s.x = l.y
 *       S
 *   L
 * ->
 * Filter a
 *   Join semi on s.x = l.y
 *     L
 *     S
 * </pre>
 *
 * {@code not exists} becomes an anti join in the same way.
 */
public final class TurnExistsIntoSemiJoin implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter filter)) {
            return node;
        }
        List<Expression> rest = new ArrayList<>(ExpressionTree.conjuncts(filter.condition()));
        for (Expression term : rest) {
            Optional<Join> join = joined(filter.input(), term);
            if (join.isPresent()) {
                rest.remove(term);
                return Terms.filter(join.get(), rest);
            }
        }
        return node;
    }

    private static Optional<Join> joined(Plan input, Expression term) {
        if (term instanceof Expression.Exists exists) {
            return joined(input, exists, Join.Kind.SEMI);
        }
        return term instanceof Expression.Not not && not.term() instanceof Expression.Exists exists
                ? joined(input, exists, Join.Kind.ANTI)
                : Optional.empty();
    }

    private static Optional<Join> joined(Plan input, Expression.Exists exists, Join.Kind kind) {
        BitSet outer = PlanTree.filledSlots(input);
        CorrelatedTerms subquery = CorrelatedTerms.lift(rows(exists.query()), outer);
        return subquery.isIndependent(outer) && !subquery.terms().isEmpty()
                ? Optional.of(Join.of(input, subquery.rows(), kind, ExpressionTree.conjunction(subquery.terms())))
                : Optional.empty();
    }

    /** Takes off what does not change whether there is a row. */
    static Plan rows(Plan query) {
        Plan rows = query;
        while (rows instanceof Project
                || rows instanceof Sort
                || (rows instanceof Aggregate distinct && !distinct.keys().isEmpty())) {
            rows = rows.inputs().get(0);
        }
        return rows;
    }
}
