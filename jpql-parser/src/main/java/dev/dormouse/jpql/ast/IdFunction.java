package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code ID(path)}: the primary key (section 4.7.11).
 *
 * @param path an entity
 * @param position where its text begins
 */
public record IdFunction(Path path, Position position) implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
