package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A join along a path (section 4.4.5).
 *
 * @param type inner or left
 * @param path the association, element collection or embeddable; TREAT is its root
 * @param variable the identification variable
 * @param condition the ON condition, or null
 * @param position where its text begins
 */
public record PathJoin(JoinType type, Path path, Identifier variable, @Nullable Expression condition, Position position)
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
