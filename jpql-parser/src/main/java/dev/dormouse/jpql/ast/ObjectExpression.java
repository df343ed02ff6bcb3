package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code OBJECT(variable)}: the same as the variable alone (section 4.9).
 *
 * @param variable the identification variable
 * @param position where its text begins
 */
public record ObjectExpression(Identifier variable, Position position) implements SelectExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
