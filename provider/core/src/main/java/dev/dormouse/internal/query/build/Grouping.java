package dev.dormouse.internal.query.build;

import dev.dormouse.failure.Message;
import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.RecordType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of an aggregation, and what expressions above it become: only keys, aggregates and what surrounds the query are left to read. */
final class Grouping {

    private final Slots slots;
    private final BitSet below;
    private final Message refusal;
    private final List<Assignment> keys = new ArrayList<>();
    private final Map<Expression, Slot> byExpression = new HashMap<>();
    private final Map<Integer, Slot> records = new HashMap<>();

    /**
     * Makes a grouping without keys.
     *
     * @param slots where slots of keys come from
     * @param input the rows that are grouped
     * @param refusal the message for what cannot be read above
     */
    Grouping(Slots slots, Plan input, Message refusal) {
        this.slots = slots;
        this.below = PlanTree.filledSlots(input);
        this.refusal = refusal;
    }

    /** Adds a key, once; a record stands for all of its fields. */
    Slot add(Expression key, String name) {
        Slot known = byExpression.get(key);
        if (known != null) {
            return known;
        }
        Slot slot = slots.add(name, key.type());
        keys.add(new Assignment(slot, key));
        byExpression.put(key, slot);
        if (key instanceof Expression.SlotValue record && key.type() instanceof RecordType) {
            records.put(record.slot().id(), slot);
        }
        return slot;
    }

    List<Assignment> keys() {
        return keys;
    }

    /** Returns an expression over the keys. */
    Expression rewrite(Expression expression, String context) {
        Slot key = byExpression.get(expression);
        if (key != null) {
            return new Expression.SlotValue(key);
        }
        if (expression instanceof Expression.FieldValue field
                && below.get(field.slot().id())) {
            Slot record = records.get(field.slot().id());
            if (record == null) {
                throw refused(expression, context);
            }
            return new Expression.FieldValue(record, field.path());
        }
        if (expression instanceof Expression.SlotValue value
                && below.get(value.slot().id())) {
            throw refused(expression, context);
        }
        Expression mapped = ExpressionTree.mapChildren(expression, child -> rewrite(child, context));
        return ExpressionTree.subquery(mapped)
                .map(query -> ExpressionTree.withSubquery(mapped, rewrite(query, context)))
                .orElse(mapped);
    }

    private Plan rewrite(Plan query, String context) {
        return PlanTree.rewriteExpressions(query, expression -> rewrite(expression, context));
    }

    private IllegalArgumentException refused(Expression expression, String context) {
        return QueryMessages.wrong(refusal, PlanPrinter.print(expression), context);
    }
}
