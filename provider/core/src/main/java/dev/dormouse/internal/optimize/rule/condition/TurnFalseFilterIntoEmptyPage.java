package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.type.BasicType;
import java.util.Optional;

/**
 * Reads nothing where nothing can pass.
 *
 * <pre>
 * Filter false
 *   X
 * ->
 * Limit 0
 *   X
 * </pre>
 */
public final class TurnFalseFilterIntoEmptyPage implements Rule {

    private static final Expression NONE = new Expression.Literal(BasicType.LONG, 0L);

    @Override
    public Plan apply(Plan node, RuleContext context) {
        boolean never = node instanceof Filter filter
                && filter.condition() instanceof Expression.Literal literal
                && !Boolean.TRUE.equals(literal.value());
        return never ? new Limit(node.inputs().get(0), Optional.empty(), Optional.of(NONE)) : node;
    }
}
