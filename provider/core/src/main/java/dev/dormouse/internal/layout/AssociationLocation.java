package dev.dormouse.internal.layout;

import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;

/** A value that is an entity, or a collection of whatever. */
public sealed interface AssociationLocation extends AttributeLocation permits ToOneLocation, CollectionLocation {

    /** Returns the attribute. */
    AttributeModel attribute();

    /** Returns the path of the attribute from its entity; from the element for an attribute of an element of a collection. */
    AttributePath path();

    /** Returns the attribute as messages name it, such as {@code Order.items}. */
    String description();
}
