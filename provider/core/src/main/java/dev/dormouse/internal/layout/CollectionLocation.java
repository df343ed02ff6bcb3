package dev.dormouse.internal.layout;

import dev.dormouse.internal.enhance.collection.CollectionRole;
import dev.dormouse.internal.mapping.model.CollectionModel;

/** A collection: of entities, or of elements in the owner's record. It is the role of the collections that are its values. */
public sealed interface CollectionLocation extends AssociationLocation, CollectionRole
        permits ToManyLocation, ElementsLocation {

    /** Returns the kind of collection, its order and keys. */
    CollectionModel collection();
}
