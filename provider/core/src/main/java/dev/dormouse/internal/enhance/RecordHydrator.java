package dev.dormouse.internal.enhance;

import dev.dormouse.store.record.RecordView;

/**
 * Reads values of a record straight into fields of an instance. The subclasses are generated, one for each class that declares such fields, as
 * nest mates of it. Immutable and thread-safe.
 */
public abstract class RecordHydrator {

    /** Called by generated classes. */
    protected RecordHydrator() {}

    /**
     * Sets the fields that it was made for; null in the record is null, or zero for a primitive.
     *
     * @param instance an instance of the class that declares them
     */
    public abstract void hydrate(RecordView view, Object instance);
}
