package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CASE operand WHEN value THEN value ... ELSE value END} (section 4.7.10).
 *
 * @param operand the compared value
 * @param branches the branches in order, at least one
 * @param otherwise the ELSE value; null without ELSE, which means NULL
 * @param position where its text begins
 */
public record SimpleCase(
        ScalarExpression operand, List<SimpleWhen> branches, @Nullable ScalarExpression otherwise, Position position)
        implements ScalarExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public SimpleCase {
        branches = List.copyOf(branches);
        Sizes.atLeast(1, branches, "SimpleCase.branches");
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
