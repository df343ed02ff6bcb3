package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulk update (section 4.11).
 *
 * @param entityName the entity
 * @param variable its identification variable, or null for the implicit {@code this}
 * @param items the assignments, at least one
 * @param where the restriction, or null
 * @param position where its text begins
 */
public record UpdateStatement(
        Identifier entityName,
        @Nullable Identifier variable,
        List<UpdateItem> items,
        @Nullable Expression where,
        Position position)
        implements Statement {
    /** Takes its own copy of the list and checks what the components say. */
    public UpdateStatement {
        items = List.copyOf(items);
        Sizes.atLeast(1, items, "UpdateStatement.items");
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
