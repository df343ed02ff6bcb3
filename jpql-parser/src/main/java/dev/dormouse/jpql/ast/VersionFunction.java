package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code VERSION(path)}: the version (section 4.7.11).
 *
 * @param path an entity
 * @param position where its text begins
 */
public record VersionFunction(Path path, Position position) implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
