package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code SIZE(path)}: the number of elements (section 4.7.7.2).
 *
 * @param path a collection-valued path
 * @param position where its text begins
 */
public record Size(Path path, Position position) implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
