package dev.dormouse.internal.mapping.model;

/** The four multiplicities of section 2.10. */
public enum AssociationKind {
    ONE_TO_ONE,
    MANY_TO_ONE,
    ONE_TO_MANY,
    MANY_TO_MANY
}
