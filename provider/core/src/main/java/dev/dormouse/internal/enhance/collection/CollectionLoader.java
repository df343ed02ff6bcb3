package dev.dormouse.internal.enhance.collection;

import dev.dormouse.store.type.Truth;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Answers for an unloaded collection. One for each persistence context, which implements it. */
public interface CollectionLoader {

    /**
     * Returns the elements in the order in which the collection has them; for a map its entries ({@link java.util.Map.Entry}). What
     * was added to the collection and not flushed is not among them, unless it is stored.
     *
     * @throws jakarta.persistence.PersistenceException if the context is closed
     */
    Collection<?> load(CollectionState collection);

    /** Returns how many elements are stored, or -1 if that cannot be told without loading. */
    int count(CollectionState collection);

    /** Tells whether no element is stored; unknown if that cannot be told without loading. */
    Truth isEmpty(CollectionState collection);

    /** Tells whether an element (for a map: a value) is stored; unknown if that cannot be told without loading. */
    Truth contains(CollectionState collection, @Nullable Object element);

    /** Tells whether a key of a map is stored; unknown if that cannot be told without loading. */
    Truth containsKey(CollectionState collection, @Nullable Object key);
}
