package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strings joined by {@code ||} (section 4.7.6).
 *
 * @param operands two or more
 * @param position where its text begins
 */
public record Concatenation(List<ScalarExpression> operands, Position position) implements ScalarExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public Concatenation {
        operands = List.copyOf(operands);
        Sizes.atLeast(2, operands, "Concatenation.operands");
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
