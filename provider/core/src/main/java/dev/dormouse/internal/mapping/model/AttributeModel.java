package dev.dormouse.internal.mapping.model;

/** A persistent attribute of an entity, mapped superclass or embeddable, with its mapping as it is effective in that place. */
public sealed interface AttributeModel
        permits BasicAttribute, EmbeddedAttribute, ToOneAttribute, ToManyAttribute, ElementCollectionAttribute {

    MemberModel member();

    default String name() {
        return member().name();
    }

    default TypeName type() {
        return member().type();
    }

    default String declaringClass() {
        return member().declaringClass();
    }

    /** Returns whether the state may be loaded later than its owner. */
    boolean isLazy();
}
