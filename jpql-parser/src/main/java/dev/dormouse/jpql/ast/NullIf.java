package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code NULLIF}: null where both are equal, else the first (section 4.7.10).
 *
 * @param first the value
 * @param second the value that becomes null
 * @param position where its text begins
 */
public record NullIf(ScalarExpression first, ScalarExpression second, Position position) implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
