package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A negated condition (section 4.6.1).
 *
 * @param operand the negated condition
 * @param position where its text begins
 */
public record Not(Expression operand, Position position) implements ConditionalExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
