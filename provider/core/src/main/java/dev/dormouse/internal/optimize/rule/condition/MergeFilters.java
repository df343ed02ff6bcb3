package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one filter of two.
 *
 * <pre>
 * Filter a
 *   Filter b
 *     X
 * ->
 * Filter b and a
 *   X
 * </pre>
 */
public final class MergeFilters implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (node instanceof Filter upper && upper.input() instanceof Filter lower) {
            List<Expression> terms = new ArrayList<>(ExpressionTree.conjuncts(lower.condition()));
            terms.addAll(ExpressionTree.conjuncts(upper.condition()));
            return new Filter(lower.input(), ExpressionTree.conjunction(terms));
        }
        return node;
    }
}
