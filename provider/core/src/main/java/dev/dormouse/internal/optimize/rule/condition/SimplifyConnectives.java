package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.ExpressionRule;
import dev.dormouse.store.plan.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits nested conjunctions and disjunctions into one level, and drops terms that decide nothing.
 *
 * <pre>
 * Filter a and (b and true) and a
 * ->
 * Filter a and b
 * </pre>
 */
public final class SimplifyConnectives extends ExpressionRule {

    @Override
    protected Expression simplify(Expression expression) {
        if (expression instanceof Expression.And and && isReducible(and.terms(), true)) {
            Set<Expression> terms = new LinkedHashSet<>();
            for (Expression term : and.terms()) {
                if (term instanceof Expression.And nested) {
                    terms.addAll(nested.terms());
                } else {
                    terms.add(term);
                }
            }
            terms.remove(Expression.Literal.TRUE);
            if (terms.contains(Expression.Literal.FALSE)) {
                return Expression.Literal.FALSE;
            }
            List<Expression> rest = List.copyOf(terms);
            return rest.isEmpty() ? Expression.Literal.TRUE : rest.size() == 1 ? rest.get(0) : new Expression.And(rest);
        }
        if (expression instanceof Expression.Or or && isReducible(or.terms(), false)) {
            return disjunction(or);
        }
        return expression;
    }

    private static Expression disjunction(Expression.Or or) {
        Set<Expression> terms = new LinkedHashSet<>();
        for (Expression term : or.terms()) {
            if (term instanceof Expression.Or nested) {
                terms.addAll(nested.terms());
            } else {
                terms.add(term);
            }
        }
        terms.remove(Expression.Literal.FALSE);
        if (terms.contains(Expression.Literal.TRUE)) {
            return Expression.Literal.TRUE;
        }
        List<Expression> rest = List.copyOf(terms);
        return rest.isEmpty() ? Expression.Literal.FALSE : rest.size() == 1 ? rest.get(0) : new Expression.Or(rest);
    }

    private static boolean isReducible(List<Expression> terms, boolean conjunction) {
        Class<?> same = conjunction ? Expression.And.class : Expression.Or.class;
        return terms.size() < 2
                || terms.stream()
                        .anyMatch(t -> same.isInstance(t)
                                || t.equals(Expression.Literal.TRUE)
                                || t.equals(Expression.Literal.FALSE))
                || new LinkedHashSet<>(terms).size() < terms.size();
    }
}
