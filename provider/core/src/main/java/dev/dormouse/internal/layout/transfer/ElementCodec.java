package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;

/** Turns the elements of a collection into those of an array, and back. */
public interface ElementCodec {

    /** Returns the stored form of an element, for a map of an entry. */
    Object toStore(Object element, KeySource keys);

    /** Returns the element, for a map the entry. */
    Object toJava(Object stored, Object owner, References references);

    /** Tells whether an element cannot change as long as it is in the collection, so that only the collection can. */
    boolean isImmutable();
}
