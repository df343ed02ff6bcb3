package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.ExpressionRule;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Truth;
import dev.dormouse.store.type.ValueOrder;

/**
 * Decides conditions of constants.
 *
 * <pre>
 * Filter 1 = 1 and 2 is null or x = null
 * ->
 * Filter null
 * </pre>
 */
public final class FoldConstants extends ExpressionRule {

    @Override
    protected Expression simplify(Expression expression) {
        if (expression instanceof Expression.Comparison comparison
                && comparison.left() instanceof Expression.Literal left
                && comparison.right() instanceof Expression.Literal right) {
            return truth(compare(comparison, left, right));
        }
        if (expression instanceof Expression.Comparison comparison
                && (isNull(comparison.left()) || isNull(comparison.right()))) {
            return truth(Truth.UNKNOWN);
        }
        if (expression instanceof Expression.Not not && not.term() instanceof Expression.Literal literal) {
            return truth(Truth.ofNullable((Boolean) literal.value()).not());
        }
        if (expression instanceof Expression.IsNull isNull && isNull.operand() instanceof Expression.Literal literal) {
            return truth(Truth.of(literal.value() == null));
        }
        if (expression instanceof Expression.InList in && in.values().isEmpty()) {
            return Expression.Literal.FALSE;
        }
        return expression;
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() == null;
    }

    private static Truth compare(Expression.Comparison comparison, Expression.Literal left, Expression.Literal right) {
        if (left.value() == null || right.value() == null) {
            return Truth.UNKNOWN;
        }
        return Truth.of(comparison.operator().accepts(ValueOrder.compare(left.type(), left.value(), right.value())));
    }

    private static Expression.Literal truth(Truth truth) {
        return new Expression.Literal(BasicType.BOOLEAN, truth.toBoolean());
    }
}
