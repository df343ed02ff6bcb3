package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A comparison of two values (section 4.6.3).
 *
 * @param operator how the sides are compared
 * @param left the left side
 * @param right the right side
 * @param position where its text begins
 */
public record Comparison(ComparisonOperator operator, ScalarExpression left, ScalarExpression right, Position position)
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
