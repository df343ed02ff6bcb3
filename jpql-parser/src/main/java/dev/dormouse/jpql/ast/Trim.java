package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code TRIM} (section 4.7.7.1).
 *
 * @param side which side
 * @param character a literal of one character or a parameter; null for the space
 * @param source the string
 * @param position where its text begins
 */
public record Trim(TrimSide side, @Nullable ScalarExpression character, ScalarExpression source, Position position)
        implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
