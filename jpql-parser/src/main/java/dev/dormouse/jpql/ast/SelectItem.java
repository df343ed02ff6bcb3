package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * One item of a SELECT clause with its result variable (section 4.9).
 *
 * @param expression a scalar or a select expression
 * @param variable the result variable, or null
 * @param position where its text begins
 */
public record SelectItem(Expression expression, @Nullable Identifier variable, Position position) implements Node {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
