package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Select queries combined by set operators of one precedence, evaluated from left to right: either only INTERSECT, or
 * only UNION and EXCEPT (section 4.2.1).
 *
 * <p>An ORDER BY behind the last operand belongs to the whole, as in SQL; one inside parentheses belongs to what is
 * inside.
 *
 * @param first the leftmost operand
 * @param rest the further operands from left to right, at least one
 * @param orderBy the order of the whole, written after the last operand; empty without
 * @param position where its text begins
 */
public record SetOperation(SelectQuery first, List<SetStep> rest, List<OrderItem> orderBy, Position position)
        implements SelectQuery {
    /** Takes its own copy of the lists and checks what the components say. */
    public SetOperation {
        rest = List.copyOf(rest);
        orderBy = List.copyOf(orderBy);
        Sizes.atLeast(1, rest, "SetOperation.rest");
        boolean intersection = rest.get(0).operator() == SetOperator.INTERSECT;
        for (SetStep step : rest) {
            if ((step.operator() == SetOperator.INTERSECT) != intersection) {
                throw new IllegalArgumentException(
                        "set operators of different precedence in one operation: '" + step.operator() + "'");
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
