package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A join that loads an association along with its owner; it declares no variable (section 4.4.5.3).
 *
 * @param type inner or left
 * @param path the association or element collection to fetch
 * @param position where its text begins
 */
public record FetchJoin(JoinType type, Path path, Position position) implements Join {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
