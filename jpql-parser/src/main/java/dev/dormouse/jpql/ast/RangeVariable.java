package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All instances of an entity (section 4.4.3).
 *
 * @param entityName the entity
 * @param variable the identification variable; null only for a single element of a query, whose variable is then the implicit {@code this}
 * @param joins the joins; only fetch joins where the variable is null
 * @param position where its text begins
 */
public record RangeVariable(Identifier entityName, @Nullable Identifier variable, List<Join> joins, Position position)
        implements FromItem {
    /** Takes its own copy of the list. */
    public RangeVariable {
        joins = List.copyOf(joins);
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
