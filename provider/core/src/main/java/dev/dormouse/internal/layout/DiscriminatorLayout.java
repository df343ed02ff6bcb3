package dev.dormouse.internal.layout;

import dev.dormouse.store.record.FieldPath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tells the entities of one table apart.
 *
 * @param field the field
 * @param value the stored value of this entity's own records; null for an abstract one without
 * @param layouts the layout of each stored value, for all entities of the hierarchy
 */
public record DiscriminatorLayout(FieldPath field, @Nullable Object value, Map<Object, EntityLayout> layouts) {

    /** Copies the map. */
    public DiscriminatorLayout {
        layouts = Map.copyOf(layouts);
    }

    @Override
    public String toString() {
        return field + " = " + value;
    }
}
