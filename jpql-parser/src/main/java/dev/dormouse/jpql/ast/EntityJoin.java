package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A join to all instances of an entity (section 4.4.5).
 *
 * <p>A single identifier behind JOIN is always read as an entity name.
 *
 * @param type inner or left
 * @param entityName the entity
 * @param variable the identification variable
 * @param condition the ON condition, or null
 * @param position where its text begins
 */
public record EntityJoin(
        JoinType type, Identifier entityName, Identifier variable, @Nullable Expression condition, Position position)
        implements Join {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
