package dev.dormouse.internal.mapping.model;

/**
 * An embeddable class as it stands alone; where it is embedded, {@link EmbeddedValue} has what is effective there.
 *
 * @param javaClass the class
 * @param attributes its attributes with the mapping that it declares itself
 */
public record EmbeddableModel(JavaClassModel javaClass, Attributes attributes) implements ManagedTypeModel {}
