package dev.dormouse.internal.execute.subquery;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Truth;
import dev.dormouse.store.type.ValueOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a comparison with all or any of many values needs to know: a comparison holds for all of them exactly when it holds for the lowest
 * and the highest, and for any when for one of these two.
 *
 * @param type the type of the values
 * @param lowest the lowest that is not null, null for none
 * @param highest the highest that is not null, null for none
 * @param hasNull whether there is a null
 */
public record Extremes(BasicType type, @Nullable Object lowest, @Nullable Object highest, boolean hasNull) {

    /**
     * A column of a subquery.
     *
     * @param subquery the subquery
     * @param slot the id of the column's slot
     * @param type its type
     */
    public record Column(Subquery subquery, int slot, BasicType type) {
        Extremes extremes(Frame frame) {
            return (Extremes)
                    Objects.requireNonNull(subquery.result(frame, List.of(), rows -> of(rows, frame, slot, type)));
        }
    }

    private static Extremes of(RowCursor rows, Frame frame, int slot, BasicType type) {
        Object lowest = null;
        Object highest = null;
        boolean hasNull = false;
        while (rows.next()) {
            Object value = frame.slot(slot);
            if (value == null) {
                hasNull = true;
            } else if (lowest == null || highest == null) {
                lowest = value;
                highest = value;
            } else if (ValueOrder.compare(type, value, lowest) < 0) {
                lowest = value;
            } else if (ValueOrder.compare(type, value, highest) > 0) {
                highest = value;
            }
        }
        return new Extremes(type, lowest, highest, hasNull);
    }

    public boolean isEmpty() {
        return lowest == null && !hasNull;
    }

    public Truth all(ComparisonOperator operator, Object value) {
        if (lowest != null && !(accepts(operator, value, lowest) && accepts(operator, value, highest))) {
            return Truth.FALSE;
        }
        return hasNull ? Truth.UNKNOWN : Truth.TRUE;
    }

    public Truth any(ComparisonOperator operator, Object value) {
        if (lowest != null && (accepts(operator, value, lowest) || accepts(operator, value, highest))) {
            return Truth.TRUE;
        }
        return hasNull ? Truth.UNKNOWN : Truth.FALSE;
    }

    private boolean accepts(ComparisonOperator operator, Object value, @Nullable Object other) {
        return operator.accepts(ValueOrder.compare(type, value, other));
    }
}
