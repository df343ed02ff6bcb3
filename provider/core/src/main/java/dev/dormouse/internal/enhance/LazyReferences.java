package dev.dormouse.internal.enhance;

import dev.dormouse.internal.mapping.model.MemberModel;
import java.util.List;
import java.util.Optional;

/** Makes the lazy references to one entity class. The subclass is generated at the first need. Thread-safe. */
public interface LazyReferences {

    /**
     * Makes the references of an entity class.
     *
     * @param entityClass the class
     * @param id its id attributes, associations left out: their getters never load
     */
    static LazyReferences of(Class<?> entityClass, List<MemberModel> id) {
        return new GeneratedReferences(entityClass, id);
    }

    /**
     * Returns why there can be no lazy reference to the class (it is final, has final methods, is abstract); empty if there can. Where
     * there cannot, an association is loaded at once; that is logged once a class.
     */
    Optional<String> obstacle();

    /**
     * Makes a reference. It behaves as an instance of the class until its id has been set and {@link
     * LazyReference#dormouseLoader(LazyLoader)} got the loader: then it is unloaded.
     *
     * @throws AssertionError if there is an obstacle
     */
    LazyReference newReference();
}
