package dev.dormouse.internal.optimize.rule;

import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replaces slots by the expressions that fill them, in subqueries too. */
public final class Substitution {

    private final Map<Integer, Expression> values = new HashMap<>();
    private final BitSet slots = new BitSet();

    public Substitution(List<Assignment> assignments) {
        assignments.forEach(a -> put(a.slot().id(), a.value()));
    }

    public void put(int slot, Expression value) {
        values.put(slot, value);
        slots.set(slot);
    }

    /** Tells whether every use in an expression can be replaced by something that costs no more. */
    public boolean isCheap(Expression expression) {
        return ExpressionTree.slots(expression).stream()
                .filter(slots::get)
                .mapToObj(values::get)
                .noneMatch(ExpressionTree::hasSubquery);
    }

    public Expression in(Expression expression) {
        return ExpressionTree.rewrite(expression, this::replace);
    }

    private Expression replace(Expression expression) {
        if (expression instanceof Expression.SlotValue use) {
            Expression value = values.get(use.slot().id());
            return value == null ? use : value;
        }
        if (expression instanceof Expression.FieldValue field) {
            Expression value = values.get(field.slot().id());
            return value instanceof Expression.SlotValue record
                    ? new Expression.FieldValue(record.slot(), field.path())
                    : field;
        }
        return ExpressionTree.subquery(expression)
                .map(query -> {
                    Plan replaced = PlanTree.rewriteExpressions(query, this::in);
                    return replaced == query ? expression : ExpressionTree.withSubquery(expression, replaced);
                })
                .orElse(expression);
    }
}
