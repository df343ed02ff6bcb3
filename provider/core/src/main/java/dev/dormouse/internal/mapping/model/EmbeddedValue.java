package dev.dormouse.internal.mapping.model;

/**
 * A value of an embeddable class in one place, overrides applied: an embedded attribute, an element of a collection, a key of a map, or an
 * id (the class of an {@code @IdClass} is described in the same way).
 *
 * @param className the embeddable class
 * @param isRecord whether it is a record, made by its canonical constructor from all components in the order of the attributes
 * @param attributes the effective attributes of this place; columns of an override replaced, names relative to the value
 */
public record EmbeddedValue(String className, boolean isRecord, Attributes attributes) {}
