package dev.dormouse.internal.layout;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.store.record.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * References to many entities.
 *
 * @param attribute the attribute
 * @param path its path from its entity
 * @param description the attribute as messages name it
 * @param target the entity referred to (the declared one)
 * @param reference where the references are kept
 * @param position the field of the position in the list, in the join table or, for {@link Reference.InTarget}, in the target's table;
 *     null where none is kept
 * @param key where the key of a map is, null for other collections
 */
public record ToManyLocation(
        ToManyAttribute attribute,
        AttributePath path,
        String description,
        EntityLayout target,
        Reference reference,
        @Nullable FieldPath position,
        @Nullable MapKeyLocation key)
        implements CollectionLocation {

    @Override
    public CollectionModel collection() {
        return attribute.collection();
    }

    @Override
    public boolean holdsEntities() {
        return true;
    }

    @Override
    public boolean isOrdered() {
        boolean isArray = reference instanceof Reference.InArray;
        return position != null || (isArray && collection().kind() == CollectionModel.Kind.LIST);
    }

    @Override
    public boolean mayQueueAdditions() {
        return position == null && collection().kind() != CollectionModel.Kind.MAP;
    }
}
