package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code IS [NOT] EMPTY} (section 4.6.8).
 *
 * @param path a collection-valued path
 * @param negated whether NOT was written
 * @param position where its text begins
 */
public record EmptyComparison(Path path, boolean negated, Position position) implements ConditionalExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
