package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.ExpressionRule;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects alternatives of one field, so that they can be hashed or looked up.
 *
 * <pre>
 * Filter x = 1 or x = 2 or x in (3, 4) or y
 * ->
 * Filter x in (1, 2, 3, 4) or y
 * </pre>
 */
public final class TurnDisjunctionIntoInList extends ExpressionRule {

    @Override
    protected Expression simplify(Expression expression) {
        if (!(expression instanceof Expression.Or or)) {
            return expression;
        }
        Map<Expression, List<Expression>> values = new LinkedHashMap<>();
        List<Expression> others = new ArrayList<>();
        for (Expression term : or.terms()) {
            if (term instanceof Expression.Comparison equal
                    && equal.operator() == ComparisonOperator.EQUAL
                    && equal.left() instanceof Expression.FieldValue
                    && isConstant(equal.right())) {
                values.computeIfAbsent(equal.left(), field -> new ArrayList<>()).add(equal.right());
            } else if (term instanceof Expression.InList in
                    && in.operand() instanceof Expression.FieldValue
                    && in.values().stream().allMatch(TurnDisjunctionIntoInList::isConstant)) {
                values.computeIfAbsent(in.operand(), field -> new ArrayList<>()).addAll(in.values());
            } else {
                others.add(term);
            }
        }
        List<Expression> terms = new ArrayList<>();
        values.forEach((field, list) -> terms.add(new Expression.InList(field, list)));
        terms.addAll(others);
        if (terms.size() == or.terms().size()) {
            return or;
        }
        return terms.size() == 1 ? terms.get(0) : new Expression.Or(terms);
    }

    private static boolean isConstant(Expression value) {
        return value instanceof Expression.Literal || value instanceof Expression.Parameter;
    }
}
