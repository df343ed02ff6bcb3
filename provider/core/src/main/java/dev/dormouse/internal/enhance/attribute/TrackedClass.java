package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.internal.mapping.model.EntityModel;

/**
 * What the states of all instances of one class share. Immutable and thread-safe.
 *
 * @param model the mapping of the class
 * @param values what an attribute has before it is assigned
 * @param keepsRecord whether the record of each instance is kept, since not all changes of the class are told of
 */
public record TrackedClass(EntityModel model, StoredValues values, boolean keepsRecord) {}
