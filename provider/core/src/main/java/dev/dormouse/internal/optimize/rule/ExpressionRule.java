package dev.dormouse.internal.optimize.rule;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;

/** A rule that makes expressions simpler, wherever they stand in a node. */
public abstract class ExpressionRule implements Rule {

    /** Returns an expression of the same value, or the same object. Its operands are simplified already. */
    protected abstract Expression simplify(Expression expression);

    @Override
    public final Plan apply(Plan node, RuleContext context) {
        return PlanTree.mapExpressions(node, e -> ExpressionTree.rewrite(e, this::simplify));
    }
}
