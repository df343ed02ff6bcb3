package dev.dormouse.internal.mapping.raw;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** What a managed class is. */
public enum Role {
    ENTITY("entity"),
    MAPPED_SUPERCLASS("mapped superclass"),
    EMBEDDABLE("embeddable"),
    /** The class of an {@code @IdClass}, whose members name id attributes. */
    ID_CLASS("id class");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** Returns the role of a class by its annotations, null where it has none. */
    static @Nullable Role of(RawClass type) {
        if (type.has(Entity.class)) {
            return ENTITY;
        }
        if (type.has(MappedSuperclass.class)) {
            return MAPPED_SUPERCLASS;
        }
        return type.has(Embeddable.class) ? EMBEDDABLE : null;
    }

    @Override
    public String toString() {
        return text;
    }
}
