package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements that a path reaches from a row of an outer query; only in a subquery (section 4.6.12).
 *
 * @param path an association, starting from a variable of an outer query
 * @param variable the identification variable
 * @param joins the joins
 * @param position where its text begins
 */
public record DerivedPath(Path path, Identifier variable, List<Join> joins, Position position) implements FromItem {
    /** Takes its own copy of the list. */
    public DerivedPath {
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
