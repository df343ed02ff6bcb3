package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code EXTRACT(field FROM datetime)} (section 4.7.7.3).
 *
 * @param field the field or part
 * @param source the datetime
 * @param position where its text begins
 */
public record Extract(DatetimeField field, ScalarExpression source, Position position) implements ScalarExpression {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
