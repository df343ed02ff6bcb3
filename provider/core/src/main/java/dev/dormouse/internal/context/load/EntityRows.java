package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The entities of the rows of one query, in the persistence context that runs it. What is eager is gathered and loaded in batches by
 * {@link #complete()}, so the caller makes all rows of a list (or a chunk of a stream) first. Entities may be handed to the application only after that.
 */
public interface EntityRows {

    /**
     * Returns the entry of the managed instance of a record; its state is that of the record if it was not loaded before, and locked as the query asks.
     *
     * @param layout the entity as the query names it
     * @param view a record of its table; what is needed of it is retained
     * @return the entry; null if the record is of an entity that is neither this one nor below it
     */
    @Nullable
    EntityEntry entity(EntityLayout layout, RecordView view);

    /** Returns the managed instance with a key, or a lazy reference to it: for a path to one that the query did not join. */
    Object reference(EntityLayout layout, Key key);

    /**
     * Gives the elements of a collection that was fetched with its owner; a collection that is loaded already keeps its own.
     *
     * @param owner the entity with the attribute
     * @param location the attribute
     * @param elements the elements in order, for a map its entries
     */
    void fetched(EntityEntry owner, CollectionLocation location, Collection<?> elements);

    /**
     * Has an association to one that was fetched with its owner there, also where an enhanced owner was left without it.
     *
     * @param owner the entity with the attribute
     * @param target the entity that was fetched
     */
    void fetchedReference(EntityEntry owner, EntityLayout target);

    /** Loads what is eager, and calls {@code PostLoad}. Called once after each chunk of rows. */
    void complete();
}
