package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate over the rows of a group (section 4.9.5).
 *
 * @param function which aggregate
 * @param distinct whether DISTINCT was written
 * @param argument what is aggregated
 * @param position where its text begins
 */
public record Aggregate(AggregateFunction function, boolean distinct, ScalarExpression argument, Position position)
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
