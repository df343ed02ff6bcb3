package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A test for a range (section 4.6.4).
 *
 * @param operand the tested value
 * @param negated whether NOT was written
 * @param lower the lower bound, included
 * @param upper the upper bound, included
 * @param position where its text begins
 */
public record Between(
        ScalarExpression operand, boolean negated, ScalarExpression lower, ScalarExpression upper, Position position)
        implements ConditionalExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
