package dev.dormouse.enhanced;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What is known of the attributes of one entity or embeddable: which are not loaded yet, which were assigned. Not thread-safe, as entities are not. */
public abstract class AttributeState implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The format of the enhancement that this version of the provider makes and understands. */
    public static final int FORMAT = 2;

    private boolean incomplete;

    /**
     * Makes a state.
     *
     * @param incomplete whether something may be unloaded
     */
    protected AttributeState(boolean incomplete) {
        this.incomplete = incomplete;
    }

    /**
     * Is called by enhanced bytecode before a persistent field is read; loads the attribute if it must.
     *
     * @param instance the instance whose field it is, possibly null
     * @param attribute the name of the field
     * @throws jakarta.persistence.PersistenceException if the attribute cannot be loaded
     */
    public static void reading(@Nullable Object instance, String attribute) {
        if (instance instanceof EnhancedEntity entity) {
            reading(entity, entity.dormouseState(), attribute);
        }
    }

    /**
     * As {@link #reading(Object, String)}, where a method reads a field of its own instance.
     *
     * @param instance the instance
     * @param state its state, null if nobody tracks it
     * @param attribute the name of the field
     * @throws jakarta.persistence.PersistenceException if the attribute cannot be loaded
     */
    public static void reading(EnhancedEntity instance, @Nullable AttributeState state, String attribute) {
        if (state != null && state.incomplete) {
            state.read(instance, attribute);
        }
    }

    /**
     * Is called by enhanced bytecode before a persistent field is assigned.
     *
     * @param instance the instance whose field it is, possibly null
     * @param attribute the name of the field
     * @throws jakarta.persistence.PersistenceException if what was there must be known and cannot be loaded
     */
    public static void writing(@Nullable Object instance, String attribute) {
        if (instance instanceof EnhancedEntity entity) {
            AttributeState state = entity.dormouseState();
            if (state != null) {
                state.write(entity, attribute);
            }
        }
    }

    /**
     * Is called by enhanced bytecode before an instance is cloned: the copy gets all that can be loaded.
     *
     * @param instance the instance that is about to be cloned
     */
    public static void cloning(@Nullable Object instance) {
        if (instance instanceof EnhancedEntity entity) {
            AttributeState state = entity.dormouseState();
            if (state != null) {
                state.complete();
            }
        }
    }

    /** Returns whether something may be unloaded. */
    public final boolean isIncomplete() {
        return incomplete;
    }

    /** Sets whether something may be unloaded. */
    protected final void incomplete(boolean isSo) {
        incomplete = isSo;
    }

    /** Is called before a field is read, while something may be unloaded. */
    protected abstract void read(EnhancedEntity instance, String attribute);

    /** Is called before a field is assigned. */
    protected abstract void write(EnhancedEntity instance, String attribute);

    /** Loads what is unloaded and still can be loaded. */
    protected abstract void complete();

    /**
     * Tells whether an attribute is unloaded.
     *
     * @param attribute its name
     * @return false for one that is loaded, and for one that is never unloaded
     */
    public abstract boolean isUnloaded(String attribute);
}
