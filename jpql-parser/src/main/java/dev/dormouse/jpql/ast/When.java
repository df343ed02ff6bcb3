package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A branch of a general CASE (section 4.7.10).
 *
 * @param condition the condition
 * @param result the value where it holds
 * @param position where its text begins
 */
public record When(Expression condition, ScalarExpression result, Position position) implements Node {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
