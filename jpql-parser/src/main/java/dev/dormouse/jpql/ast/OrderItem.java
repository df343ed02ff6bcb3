package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * One item of an ORDER BY clause (section 4.10).
 *
 * @param expression what is ordered by; a path of one identifier may be a result variable
 * @param direction ascending unless DESC was written
 * @param nulls where nulls go
 * @param position where its text begins
 */
public record OrderItem(ScalarExpression expression, SortDirection direction, NullPlacement nulls, Position position)
        implements Node {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
