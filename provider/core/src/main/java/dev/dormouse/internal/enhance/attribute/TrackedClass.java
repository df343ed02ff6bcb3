package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.internal.mapping.model.EntityModel;
import org.jspecify.annotations.Nullable;

/**
 * What the states of all instances of one class share. Immutable and thread-safe.
 *
 * @param model the mapping of the class
 * @param values what an attribute has before it is assigned; null for a class whose changes are not all told of, so that the record of each instance is
 *     kept to tell them from
 */
public record TrackedClass(EntityModel model, @Nullable StoredValues values) {}
