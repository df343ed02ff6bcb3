package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A bulk delete (section 4.11).
 *
 * @param entityName the entity
 * @param variable its identification variable, or null for the implicit {@code this}
 * @param where the restriction, or null
 * @param position where its text begins
 */
public record DeleteStatement(
        Identifier entityName, @Nullable Identifier variable, @Nullable Expression where, Position position)
        implements Statement {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
