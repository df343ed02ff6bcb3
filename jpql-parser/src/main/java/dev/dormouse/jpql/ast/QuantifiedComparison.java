package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A comparison with the values of a subquery (section 4.6.11).
 *
 * @param operator how each value is compared
 * @param left the left side
 * @param quantifier how many values must match
 * @param subquery the values of the right side
 * @param position where its text begins
 */
public record QuantifiedComparison(
        ComparisonOperator operator, ScalarExpression left, Quantifier quantifier, Subquery subquery, Position position)
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
