package dev.dormouse.internal.layout;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.store.record.FieldPath;
import java.util.List;

/** Where the key of a map of entities or elements is. */
public sealed interface MapKeyLocation {

    /**
     * In fields of their own: of the join table, of the target's table for {@link Reference.InTarget}, of the entry in the array for elements.
     *
     * @param location a basic value or an embeddable there
     */
    record Stored(AttributeLocation location) implements MapKeyLocation {}

    /**
     * An entity referred to by fields in the same places.
     *
     * @param target the key's entity
     * @param fields the referring fields, in the order of its primary key
     */
    record Entity(EntityLayout target, List<FieldPath> fields) implements MapKeyLocation {
        /** Copies the list. */
        public Entity {
            fields = List.copyOf(fields);
        }
    }

    /**
     * An attribute of the element or the target ({@code @MapKey}).
     *
     * @param path the attribute; empty for the id of the target
     */
    record OfAttribute(AttributePath path) implements MapKeyLocation {}
}
