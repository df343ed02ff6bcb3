package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code IS [NOT] NULL} (section 4.6.7).
 *
 * @param operand the tested value
 * @param negated whether NOT was written
 * @param position where its text begins
 */
public record NullComparison(ScalarExpression operand, boolean negated, Position position)
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
