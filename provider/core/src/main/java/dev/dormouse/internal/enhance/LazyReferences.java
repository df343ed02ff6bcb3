package dev.dormouse.internal.enhance;

import java.util.Optional;

/** Makes the lazy references to one entity class. The subclass is generated at the first need. Thread-safe. */
public interface LazyReferences {

    /** Returns why there can be no lazy reference to the class (it is final, has final methods, is abstract); empty if there can. */
    Optional<String> obstacle();

    /**
     * Makes an unloaded reference. Its id has still to be set, before {@link LazyReference#dormouseLoader(LazyLoader)} gets the loader.
     *
     * @throws AssertionError if there is an obstacle
     */
    LazyReference newReference();
}
