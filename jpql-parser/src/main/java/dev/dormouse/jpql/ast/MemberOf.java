package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code [NOT] MEMBER OF} (section 4.6.9).
 *
 * @param operand the value that is looked for
 * @param negated whether NOT was written
 * @param path a collection-valued path
 * @param position where its text begins
 */
public record MemberOf(ScalarExpression operand, boolean negated, Path path, Position position)
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
