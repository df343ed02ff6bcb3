package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A branch of a simple CASE (section 4.7.10).
 *
 * @param value what the operand is compared with
 * @param result the value where they are equal
 * @param position where its text begins
 */
public record SimpleWhen(ScalarExpression value, ScalarExpression result, Position position) implements Node {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
