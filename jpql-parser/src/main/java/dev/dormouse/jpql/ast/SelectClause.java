package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code SELECT [DISTINCT] item, ...} (section 4.9).
 *
 * @param distinct whether DISTINCT was written
 * @param items at least one; exactly one in a subquery
 * @param position where its text begins
 */
public record SelectClause(boolean distinct, List<SelectItem> items, Position position) implements Node {
    /** Takes its own copy of the list and checks what the components say. */
    public SelectClause {
        items = List.copyOf(items);
        Sizes.atLeast(1, items, "SelectClause.items");
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
