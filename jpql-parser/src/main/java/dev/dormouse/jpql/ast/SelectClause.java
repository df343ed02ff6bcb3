package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * {@code SELECT [DISTINCT] item, ...} (section 4.9).
 *
 * @param distinct whether DISTINCT was written
 * @param items at least one; exactly one in a subquery
 * @param position where its text begins
 */
public record SelectClause(boolean distinct, List<SelectItem> items, Position position) implements Node {
    /** Takes its own copy of the list. */
    public SelectClause {
        items = List.copyOf(items);
    }
}
