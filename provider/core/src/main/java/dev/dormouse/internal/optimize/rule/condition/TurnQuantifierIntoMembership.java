package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.ExpressionRule;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import java.util.List;

/**
 * Asks for membership where a quantifier does.
 *
 * <pre>
 * x = any (#1), x &lt;&gt; all (#1)
 * ->
 * x in (#1), not x in (#1)
 * </pre>
 */
public final class TurnQuantifierIntoMembership extends ExpressionRule {

    @Override
    protected Expression simplify(Expression expression) {
        if (!(expression instanceof Expression.Quantified quantified)) {
            return expression;
        }
        Expression in = new Expression.InQuery(List.of(quantified.left()), quantified.query());
        if (quantified.operator() == ComparisonOperator.EQUAL && !quantified.all()) {
            return in;
        }
        return quantified.operator() == ComparisonOperator.NOT_EQUAL && quantified.all()
                ? new Expression.Not(in)
                : expression;
    }
}
