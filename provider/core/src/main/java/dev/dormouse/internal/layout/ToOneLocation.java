package dev.dormouse.internal.layout;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.ToOneAttribute;

/**
 * A reference to one entity.
 *
 * @param attribute the attribute
 * @param path its path from its entity
 * @param description the attribute as messages name it
 * @param target the entity referred to (the declared one, whose entities below may be what is found)
 * @param reference where the reference is kept
 */
public record ToOneLocation(
        ToOneAttribute attribute, AttributePath path, String description, EntityLayout target, Reference reference)
        implements AssociationLocation {}
