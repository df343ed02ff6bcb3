package dev.dormouse.internal.layout;

import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.enhance.attribute.TrackedClass;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.List;

/**
 * Moves the state of one entity class between instances and records. This is the seam for generated code: an implementation may go
 * through its steps, or be compiled from them.
 */
public interface StateTransfer {

    /** Returns what the states of enhanced instances of the class share. */
    TrackedClass tracked();

    /** Tells whether {@code hydrate} runs no code of the application and asks for no other record, so that the view need not be retained for it. */
    boolean isQuiet();

    /**
     * Sets all attributes of an instance, the id and the version too. Primitive fields are read without boxing; null for a primitive
     * attribute is zero.
     *
     * @param view the record, needed during the call only
     * @param instance the instance, none of whose methods may load (see {@link dev.dormouse.internal.enhance.LazyLoader})
     * @param references what the record refers to
     */
    void hydrate(RecordView view, Object instance, References references);

    /**
     * Sets all attributes but those that an enhanced instance can load when they are touched; they are left to its state.
     *
     * @param tracked the state of the instance, which is not attached yet
     */
    void hydrate(RecordView view, Object instance, References references, TrackedAttributes tracked);

    /**
     * Sets one attribute.
     *
     * @param attribute its number: its position for one of the entity itself; those of the embeddables in it follow
     * @param holder the instance with the attribute: the entity, or an embeddable that it was loaded with
     */
    void hydrate(int attribute, RecordView view, Object holder, Object instance, References references);

    /**
     * Makes the record of a new entity: key fields, discriminator, everything that an insert writes.
     *
     * @throws IllegalArgumentException if a value has no stored form
     */
    Record dehydrate(Object instance, KeySource keys);

    /**
     * Compares an instance with the record that it was loaded from, or last written as. Allocates nothing where nothing changed, for
     * basic attributes of an immutable type. The id, the discriminator and what is not updatable take no part; the version neither, it
     * is the flush that moves it. Collections in tables of their own take no part. Of an enhanced instance, attributes whose value cannot
     * change but by an assignment are compared only if they were assigned.
     *
     * @return what changed, in the order of the attributes; empty for nothing
     */
    List<Change.FieldChange> diff(Object instance, RecordView loaded, KeySource keys);

    /**
     * As {@link #diff(Object, RecordView, KeySource)}, of an enhanced instance that needs no record: compares what was assigned with what was there before.
     */
    List<Change.FieldChange> diff(Object instance, KeySource keys);

    /** Returns the record that an enhanced instance which needs none was loaded from or last written as, made anew from what it has and had. */
    Record stored(Object instance, Key key, List<FieldPath> primaryKey);

    /**
     * Returns the elements of a collection that lies in the owner's record: values, entities for an array of ids, for a map entries
     * ({@link java.util.Map.Entry}).
     *
     * @param location an {@link ElementsLocation}, or a {@link ToManyLocation} kept in an array
     */
    List<Object> elements(CollectionLocation location, RecordView view, Object owner, References references);
}
