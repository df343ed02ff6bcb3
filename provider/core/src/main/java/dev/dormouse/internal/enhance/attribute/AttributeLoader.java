package dev.dormouse.internal.enhance.attribute;

/** Loads single attributes of enhanced instances. One for each persistence context, which implements it. */
public interface AttributeLoader {

    /** Takes notice of an attribute that is left out, so that it can be loaded together with others. */
    void deferred(UnloadedAttribute attribute);

    /**
     * Sets an attribute, and others with it as the loader sees fit; of each that it sets it tells {@link UnloadedAttribute#loaded()}.
     *
     * @throws jakarta.persistence.PersistenceException if it takes a context and that is gone
     */
    void load(UnloadedAttribute attribute);

    /** Tells whether an assignment of an unloaded attribute needs to know what was there. */
    boolean mustKnow(UnloadedAttribute attribute);

    /** Tells whether an attribute can be loaded: the context still holds the instance, or is not needed. */
    boolean canLoad(UnloadedAttribute attribute);
}
