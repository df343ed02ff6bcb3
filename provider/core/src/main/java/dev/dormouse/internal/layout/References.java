package dev.dormouse.internal.layout;

import dev.dormouse.store.record.Key;
import org.jspecify.annotations.Nullable;

/** Gives the entities and collections that a record being hydrated refers to. Implemented by the persistence context. */
public interface References {

    /**
     * Returns the managed instance with a key, or a lazy reference to it; whether the entity exists shows when it is loaded.
     *
     * @param location the association, which says whether it is lazy
     * @param key the primary key of the target
     */
    Object toOne(ToOneLocation location, Key key);

    /**
     * As {@link #toOne}; null if a record has to be read first.
     *
     * @param location the association
     * @param key the primary key of the target
     */
    @Nullable
    Object toOneIfKnown(ToOneLocation location, Key key);

    /** Has an attribute set to the entity that it refers to before the read that is going on ends, together with those of other instances. */
    void await(PendingReference pending);

    /**
     * Returns the entity whose fields, other than its primary key, have the values of a reference ({@code referencedColumnName}), or null.
     *
     * @param location the association, kept in the owner
     * @param values the values of its fields, none null
     */
    @Nullable
    Object toOneByValues(ToOneLocation location, Key values);

    /**
     * Returns the entity at the other end of an association to one that is not kept in the owner's record, or null.
     *
     * @param owner the entity being hydrated; its id is there
     * @param location the association
     */
    @Nullable
    Object toOneElsewhere(Object owner, ToOneLocation location);

    /**
     * Returns the value of a collection attribute.
     *
     * @param owner the entity being hydrated
     * @param location the collection
     */
    Object collection(Object owner, CollectionLocation location);
}
