package dev.dormouse.internal.mapping.model;

/**
 * An attribute converter (section 3.9).
 *
 * @param className the class that implements {@code AttributeConverter}
 * @param attributeType the type of the attribute, first type argument
 * @param databaseType the type of the stored value, second type argument
 * @param databaseKind the basic kind of the stored value
 * @param isAutoApply whether it applies to all attributes of its type
 */
public record ConverterModel(
        String className, TypeName attributeType, TypeName databaseType, BasicKind databaseKind, boolean isAutoApply) {}
