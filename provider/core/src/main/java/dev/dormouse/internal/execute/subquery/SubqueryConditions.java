package dev.dormouse.internal.execute.subquery;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import java.util.ArrayList;
import java.util.List;

/** Splits each filter whose condition is only partly made of subqueries in two, so that the store can take the lower one. */
public final class SubqueryConditions {

    private SubqueryConditions() {}

    public static Plan separate(Plan plan) {
        return PlanTree.rewrite(plan, node -> {
            Plan inside =
                    PlanTree.mapExpressions(node, e -> ExpressionTree.mapSubqueries(e, SubqueryConditions::separate));
            return inside instanceof Filter filter ? separate(filter) : inside;
        });
    }

    private static Plan separate(Filter filter) {
        List<Expression> plain = new ArrayList<>();
        List<Expression> withQuery = new ArrayList<>();
        for (Expression term : ExpressionTree.conjuncts(filter.condition())) {
            (ExpressionTree.hasSubquery(term) ? withQuery : plain).add(term);
        }
        if (plain.isEmpty() || withQuery.isEmpty()) {
            return filter;
        }
        return new Filter(
                new Filter(filter.input(), ExpressionTree.conjunction(plain)), ExpressionTree.conjunction(withQuery));
    }
}
