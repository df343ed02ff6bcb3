package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.ExpressionRule;
import dev.dormouse.store.plan.Expression;
import java.util.List;

/**
 * Moves negations to where they vanish; the laws of De Morgan hold in three-valued logic too.
 *
 * <pre>
 * Filter not (a < b or not c)
 * ->
 * Filter a >= b and c
 * </pre>
 */
public final class PushDownNegation extends ExpressionRule {

    @Override
    protected Expression simplify(Expression expression) {
        return expression instanceof Expression.Not not ? negation(not) : expression;
    }

    private static Expression negation(Expression.Not not) {
        Expression term = not.term();
        if (term instanceof Expression.Not inner) {
            return inner.term();
        }
        if (term instanceof Expression.Comparison comparison) {
            return new Expression.Comparison(comparison.operator().negated(), comparison.left(), comparison.right());
        }
        if (term instanceof Expression.And and) {
            return new Expression.Or(negations(and.terms()));
        }
        if (term instanceof Expression.Or or) {
            return new Expression.And(negations(or.terms()));
        }
        return not;
    }

    private static List<Expression> negations(List<Expression> terms) {
        return terms.stream().map(term -> negation(new Expression.Not(term))).toList();
    }
}
