package dev.dormouse.internal.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the state of an attribute is read and written in its class.
 *
 * @param name the attribute's name
 * @param declaringClass the class that declares the field, the getter or the record component
 * @param kind field, property or record component
 * @param type the attribute's type as this entity sees it: type variables of a superclass are replaced by their arguments
 * @param erasure the declared type's erasure as {@link Class#getName()} gives it, which is the type in the bytecode
 * @param getter the name of the reading method, null for a field
 * @param setter the name of the writing method, null for a field, for a record component and for a property that has none
 */
public record MemberModel(
        String name,
        String declaringClass,
        Kind kind,
        TypeName type,
        String erasure,
        @Nullable String getter,
        @Nullable String setter) {

    /** The three places of state. */
    public enum Kind {
        /** Field access. */
        FIELD,
        /** Property access. */
        PROPERTY,
        /** A component of a record: read by its accessor, written by the canonical constructor. */
        RECORD_COMPONENT
    }

    /** Returns the member as {@code a.B.name}, for messages. */
    public String location() {
        return declaringClass + "." + name;
    }
}
