package dev.dormouse.internal.enhance.collection;

import dev.dormouse.store.type.Truth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers for an unloaded collection. One for each persistence context, which implements it. */
public interface CollectionLoader {

    /**
     * Returns the elements in the order in which the collection has them; for a map its entries ({@link java.util.Map.Entry}). What
     * was added to the collection and not flushed is not among them, unless it is stored; what is removed and not flushed is.
     *
     * @throws jakarta.persistence.PersistenceException if the context is closed
     */
    Collection<?> load(CollectionState collection);

    /** Returns those of the stored elements whose entities are not removed: the collection itself, if they are all there. */
    default Collection<?> present(CollectionState collection, Collection<?> elements) {
        return elements;
    }

    /** Returns how many elements are stored, or -1 if that cannot be told without loading. */
    int count(CollectionState collection);

    /** Tells whether no element is stored; unknown if that cannot be told without loading. */
    Truth isEmpty(CollectionState collection);

    /** Tells whether an element (for a map: a value) is stored; unknown if that cannot be told without loading. */
    Truth contains(CollectionState collection, @Nullable Object element);

    /** Tells whether a key of a map is stored; unknown if that cannot be told without loading. */
    Truth containsKey(CollectionState collection, @Nullable Object key);

    /**
     * Returns the stored value of a key of a map, none if the key is not stored; null if that cannot be told without loading.
     */
    default @Nullable Collection<?> valueOf(CollectionState collection, @Nullable Object key) {
        return null;
    }

    /**
     * Returns some elements of a list: as many as are wanted, or as there are.
     *
     * @return the elements, null if they cannot be had without loading all
     */
    default @Nullable List<?> elements(CollectionState collection, int from, int count) {
        return null;
    }

    /**
     * Returns the first elements of a collection, more than are known.
     *
     * @param known what is known of them, null for nothing
     * @return them; null if they cannot be had without loading all, or if these are all and were loaded by this
     */
    default CollectionState.@Nullable Page beginning(CollectionState collection, CollectionState.@Nullable Page known) {
        return null;
    }

    /** Returns elements of a list with the one at an index among them; null if they cannot be had without loading all. */
    default CollectionState.@Nullable Page pageWith(CollectionState collection, int index) {
        return null;
    }
}
