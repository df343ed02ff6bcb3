package dev.dormouse.internal.enhance;

/** Loads what a lazy reference stands for. One for each persistence context, which implements it. */
public interface LazyLoader {

    /**
     * Loads the state of an entity into the reference itself. Before it writes the first attribute it calls {@link
     * LazyReference#dormouseLoader(LazyLoader)} with null, and puts itself back if loading fails.
     *
     * @throws jakarta.persistence.EntityNotFoundException if there is no such entity
     * @throws jakarta.persistence.PersistenceException if the context is closed, or no longer holds the reference
     */
    void load(LazyReference reference);
}
