package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A sign before an expression; before digits it is part of the {@link NumericLiteral} (section 4.7.5).
 *
 * @param sign the sign
 * @param operand the operand
 * @param position where its text begins
 */
public record SignedExpression(Sign sign, ScalarExpression operand, Position position) implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
