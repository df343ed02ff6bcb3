package dev.dormouse.internal.layout;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.store.record.Key;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that waits for the entity that it refers to, because a record has to be read to find it: those of one association are found together.
 *
 * @param location the association
 * @param values the values of its fields, none null; null where the owner's record does not hold the reference
 * @param owner the entity being hydrated; its id is there
 * @param holder the instance with the attribute, the owner or an embeddable of it
 * @param accessor the accessor of the holder's class
 * @param position the attribute's position in it
 */
public record PendingReference(
        ToOneLocation location,
        @Nullable Key values,
        Object owner,
        Object holder,
        ClassAccessor accessor,
        int position) {

    /** Sets the attribute. */
    public void set(@Nullable Object entity) {
        accessor.set(holder, position, entity);
    }
}
