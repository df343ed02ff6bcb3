package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A match of a string pattern (section 4.6.6).
 *
 * @param operand the tested string
 * @param negated whether NOT was written
 * @param pattern the pattern with {@code _} and {@code %}
 * @param escape a literal of one character or a parameter, or null
 * @param position where its text begins
 */
public record Like(
        ScalarExpression operand,
        boolean negated,
        ScalarExpression pattern,
        @Nullable ScalarExpression escape,
        Position position)
        implements ConditionalExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
