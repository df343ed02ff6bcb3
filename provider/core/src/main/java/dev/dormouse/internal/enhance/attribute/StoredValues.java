package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.store.record.Record;

/** Tells what a record of an instance would have, and how its attributes change. One for each class, immutable and thread-safe. */
public interface StoredValues {

    /**
     * Puts what an instance has in an attribute now into a record.
     *
     * @param attribute the position of the attribute
     */
    void store(Object instance, int attribute, Record into);

    /** Copies what {@link #store} put into a record to another one. */
    void restore(int attribute, Record from, Record into);

    /** Tells whether what is assigned to an attribute is never written by an update, so that the record keeps what it had. */
    boolean isNeverUpdated(int attribute);

    /** Tells whether every change of the value that an attribute has now will be told to a state: that of an embeddable may not be. */
    boolean isTold(Object instance, int attribute, TrackedAttributes to);

    /** Has the state of an instance that was just inserted compare what the insert did not write as it is, and what will not be told of. */
    void inserted(Object instance, TrackedAttributes state);
}
