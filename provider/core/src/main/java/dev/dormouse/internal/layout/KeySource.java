package dev.dormouse.internal.layout;

import dev.dormouse.store.record.Key;

/** Gives the keys of entities that are referred to. Implemented by the persistence context. */
@FunctionalInterface
public interface KeySource {

    /**
     * Returns the primary key of an entity; for a lazy reference without loading it.
     *
     * @param location the association that refers to it
     * @param target the entity's layout as the association declares it
     * @param entity the entity
     * @throws IllegalStateException if the entity is transient (specification, section 3.3.4)
     */
    Key key(AssociationLocation location, EntityLayout target, Object entity);

    /** Tells whether an entity that was referred to when it was flushed last may be refused now, because it was removed meanwhile. */
    default boolean mayRefuseKnown() {
        return true;
    }
}
