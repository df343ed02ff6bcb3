package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.store.record.Record;

/** Tells what a record of an instance would have. One for each class, immutable and thread-safe. */
@FunctionalInterface
public interface StoredValues {

    /**
     * Puts what an instance has in an attribute now into a record.
     *
     * @param attribute the position of the attribute
     */
    void store(Object instance, int attribute, Record into);
}
