package dev.dormouse.internal.mapping.model;

/** A class whose state is mapped. */
public sealed interface ManagedTypeModel permits EntityModel, MappedSuperclassModel, EmbeddableModel {

    JavaClassModel javaClass();

    /** Returns the attributes, inherited ones included and first. */
    Attributes attributes();

    default String className() {
        return javaClass().name();
    }
}
