package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a collection, {@code IN(path) variable}: an inner join in an older spelling (section 4.4.6).
 *
 * @param path a collection-valued path
 * @param variable the identification variable; null only for the form {@code IN path} of a subquery
 * @param joins the joins
 * @param position where its text begins
 */
public record CollectionMember(Path path, @Nullable Identifier variable, List<Join> joins, Position position)
        implements FromItem {
    /** Takes its own copy of the list. */
    public CollectionMember {
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
