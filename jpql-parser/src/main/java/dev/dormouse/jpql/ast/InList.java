package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test for one of several written values (section 4.6.5).
 *
 * @param operand the tested value
 * @param negated whether NOT was written
 * @param items the values, at least one
 * @param position where its text begins
 */
public record InList(ScalarExpression operand, boolean negated, List<ScalarExpression> items, Position position)
        implements ConditionalExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public InList {
        items = List.copyOf(items);
        Sizes.atLeast(1, items, "InList.items");
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
