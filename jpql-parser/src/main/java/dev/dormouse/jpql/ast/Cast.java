package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code CAST(operand AS target)} (section 4.7.8).
 *
 * @param operand the converted value
 * @param target the type of the result
 * @param position where its text begins
 */
public record Cast(ScalarExpression operand, CastTarget target, Position position) implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
