package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A select query, at the top or as a subquery (sections 4.2.1 and 4.6.12).
 *
 * @param select what is returned; null without a SELECT clause, which means the implicit variable {@code this}
 * @param from the domain, at least one item
 * @param where the restriction, or null
 * @param groupBy the grouping, empty without GROUP BY
 * @param having the restriction of groups, or null
 * @param orderBy the order, empty without ORDER BY and in a subquery
 * @param position where its text begins
 */
public record SelectStatement(
        @Nullable SelectClause select,
        List<FromItem> from,
        @Nullable Expression where,
        List<ScalarExpression> groupBy,
        @Nullable Expression having,
        List<OrderItem> orderBy,
        Position position)
        implements SelectQuery {
    /** Takes its own copy of the lists and checks what the components say. */
    public SelectStatement {
        from = List.copyOf(from);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
        Sizes.atLeast(1, from, "SelectStatement.from");
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
