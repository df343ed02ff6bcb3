package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code TREAT(path AS subtype)} (section 4.4.9).
 *
 * @param path what is taken as the subtype
 * @param subtype the name of an entity
 * @param position where its text begins
 */
public record Treat(Path path, Identifier subtype, Position position) implements PathRoot {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
