package dev.dormouse.internal.layout;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.store.record.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an element collection, as an array in the owner's record. The position of an element is its position in the array. The
 * elements of a map are nested records with the fields {@code key} and {@code value}.
 *
 * @param attribute the attribute
 * @param path its path from its entity
 * @param description the attribute as messages name it
 * @param array the array
 * @param element where the value of an element is: {@link BareLocation}, {@link EmbeddedLocation}, for a map {@link BasicLocation} or {@link EmbeddedLocation}
 * @param key where the key of a map is, null for other collections
 */
public record ElementsLocation(
        ElementCollectionAttribute attribute,
        AttributePath path,
        String description,
        FieldPath array,
        AttributeLocation element,
        @Nullable MapKeyLocation key)
        implements CollectionLocation {

    @Override
    public CollectionModel collection() {
        return attribute.collection();
    }

    @Override
    public boolean holdsEntities() {
        return false;
    }

    @Override
    public boolean isOrdered() {
        return collection().kind() == CollectionModel.Kind.LIST
                && collection().orderBy().isEmpty();
    }

    @Override
    public boolean mayQueueAdditions() {
        return collection().kind() != CollectionModel.Kind.MAP;
    }
}
