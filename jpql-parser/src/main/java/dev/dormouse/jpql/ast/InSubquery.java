package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A test for one of the values of a subquery (section 4.6.5).
 *
 * @param operand the tested value
 * @param negated whether NOT was written
 * @param subquery the values
 * @param position where its text begins
 */
public record InSubquery(ScalarExpression operand, boolean negated, Subquery subquery, Position position)
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
