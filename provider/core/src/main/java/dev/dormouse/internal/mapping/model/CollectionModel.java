package dev.dormouse.internal.mapping.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of elements or entities.
 *
 * @param kind the interface that the attribute declares
 * @param orderBy the order in which it is loaded ({@code @OrderBy}); empty for none
 * @param orderColumn the column that keeps the position in a list ({@code @OrderColumn}), null for none
 * @param key the keys of a map, null for the other kinds
 */
public record CollectionModel(
        Kind kind, List<OrderItem> orderBy, @Nullable ColumnModel orderColumn, @Nullable MapKeyModel key) {

    public CollectionModel {
        orderBy = List.copyOf(orderBy);
    }

    /** The collection interfaces of the specification (section 2.2). */
    public enum Kind {
        COLLECTION,
        LIST,
        SET,
        MAP
    }

    /**
     * One item of {@code @OrderBy}.
     *
     * @param path the attribute of the target entity or embeddable; empty for the basic element itself
     * @param isDescending whether it sorts in descending order
     */
    public record OrderItem(AttributePath path, boolean isDescending) {}
}
