package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * Whether a subquery has a row; its negation is a {@link Not} around it (section 4.6.10).
 *
 * @param subquery the subquery
 * @param position where its text begins
 */
public record Exists(Subquery subquery, Position position) implements ConditionalExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
