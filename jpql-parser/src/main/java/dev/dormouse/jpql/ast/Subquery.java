package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * A select query in parentheses, used as a value or as a set of values (section 4.6.12).
 *
 * @param query a select with exactly one item and no ORDER BY
 * @param position where its text begins
 */
public record Subquery(SelectStatement query, Position position) implements ScalarExpression {
    /** Checks what the components say. */
    public Subquery {
        SelectClause select = query.select();
        if (select == null || select.items().size() != 1 || !query.orderBy().isEmpty()) {
            throw new IllegalArgumentException("a subquery selects one item and has no order");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
