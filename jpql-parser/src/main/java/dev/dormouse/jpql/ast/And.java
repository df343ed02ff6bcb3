package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that must all hold; parentheses inside stay nested (section 4.6.1).
 *
 * @param operands two or more
 * @param position where its text begins
 */
public record And(List<Expression> operands, Position position) implements ConditionalExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public And {
        operands = List.copyOf(operands);
        Sizes.atLeast(2, operands, "And.operands");
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
