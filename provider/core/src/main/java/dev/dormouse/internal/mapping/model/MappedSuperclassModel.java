package dev.dormouse.internal.mapping.model;

/**
 * A mapped superclass.
 *
 * @param javaClass the class
 * @param attributes its attributes, inherited ones first, as the first entity below it has them (type variables, overrides and columns are
 *     that entity's); empty where no entity extends it
 */
public record MappedSuperclassModel(JavaClassModel javaClass, Attributes attributes) implements ManagedTypeModel {}
