package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;

/**
 * Removes a filter that passes everything.
 *
 * <pre>
 * Filter true
 *   X
 * ->
 * X
 * </pre>
 */
public final class RemoveTrueFilter implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        return node instanceof Filter filter && filter.condition().equals(Expression.Literal.TRUE)
                ? filter.input()
                : node;
    }
}
