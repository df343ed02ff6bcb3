package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * One assignment of a bulk update (section 4.11).
 *
 * @param target the assigned attribute, with or without the identification variable
 * @param value the new value; a {@link NullLiteral} clears it
 * @param position where its text begins
 */
public record UpdateItem(Path target, ScalarExpression value, Position position) implements Node {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
