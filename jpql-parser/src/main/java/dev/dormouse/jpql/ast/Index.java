package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code INDEX(variable)}: the place in an ordered list, from 0 (section 4.7.7.2).
 *
 * @param variable a variable over a list with an order column
 * @param position where its text begins
 */
public record Index(Identifier variable, Position position) implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
