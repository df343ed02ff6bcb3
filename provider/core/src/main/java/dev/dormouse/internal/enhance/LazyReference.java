package dev.dormouse.internal.enhance;

import org.jspecify.annotations.Nullable;

/**
 * An entity whose state may not be there yet: implemented by the generated subclasses of entity classes only. Its id is there from the
 * beginning. The reference becomes the entity: its state is loaded into the instance itself, so a context never has two instances of one
 * key. With a loader it is unloaded, without one it behaves as an instance of its superclass.
 */
public interface LazyReference {

    /** Returns what loads the state, or null once it is there. */
    @Nullable
    LazyLoader dormouseLoader();

    /** Sets what loads the state; null says that it is there. */
    void dormouseLoader(@Nullable LazyLoader loader);

    /** Tells whether an object's state is there; true for everything that is no lazy reference. */
    static boolean isLoaded(Object instance) {
        return !(instance instanceof LazyReference reference) || reference.dormouseLoader() == null;
    }

    /** Returns the class that the application wrote: the superclass of a reference's class, for all others their own. */
    static Class<?> entityClass(Object instance) {
        Class<?> type = instance.getClass();
        return instance instanceof LazyReference ? type.getSuperclass() : type;
    }
}
