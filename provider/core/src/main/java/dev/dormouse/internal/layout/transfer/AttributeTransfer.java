package dev.dormouse.internal.layout.transfer;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.StoredField;
import dev.dormouse.internal.enhance.attribute.DeferringState;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.References;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step: moves one attribute. The holder is the instance with the attribute, an entity or an embeddable of it; the owner is the entity.
 * Paths begin at the record that is given, which for elements of a collection is the element.
 */
public abstract class AttributeTransfer {

    /** The accessor of the holder's class. */
    protected final ClassAccessor accessor;

    /** The attribute's position in it. */
    protected final int position;

    /** Makes a step for an attribute of a class. */
    protected AttributeTransfer(ClassAccessor accessor, int position) {
        this.accessor = accessor;
        this.position = position;
    }

    /** Returns the attribute's value from a record. */
    public abstract @Nullable Object read(RecordView view, Object owner, References references);

    /** Sets the attribute of the holder from a record. */
    public void hydrate(RecordView view, Object holder, Object owner, References references) {
        accessor.set(holder, position, read(view, owner, references));
    }

    /** As {@link #hydrate}, where assignments of the attribute are told of: an embeddable is left without what can wait until it is touched. */
    void hydrate(RecordView view, Object holder, Object owner, References references, DeferringState told) {
        hydrate(view, holder, owner, references);
    }

    /** Returns the field whose value generated code may put into the attribute; null where it takes this step. */
    @Nullable
    StoredField storedField() {
        return null;
    }

    /** Takes from an instance what it had before it is left without the attribute. */
    final void clear(Object holder) {
        accessor.set(holder, position, null);
    }

    /** Writes the attribute of the holder into the record of an insert. */
    public abstract void write(Object holder, Record record, KeySource keys);

    /** Tells whether the holder's attribute is another than that of the record, and an update may write it. */
    public abstract boolean isChanged(Object holder, Object owner, RecordView loaded, KeySource keys);

    /** Adds the changes that make the record as the holder is; called after {@link #isChanged} said so. */
    public abstract void addChanges(
            Object holder, Object owner, RecordView loaded, KeySource keys, List<Change.FieldChange> changes);

    /** Tells whether an enhanced instance gets the attribute from this record only when it is touched. */
    boolean isDeferred(RecordView view) {
        return false;
    }

    /** Tells whether two records have the same of a deferred attribute. */
    boolean isEqual(RecordView one, RecordView other) {
        return false;
    }

    /** Tells whether the attribute's value cannot change but by an assignment. */
    boolean changesByAssignment() {
        return false;
    }

    /** Tells whether a record is not needed to tell what an update has to write, if all assignments are told of. */
    boolean needsNoRecord() {
        return false;
    }

    /** Tells whether setting the attribute from a record runs no code of the application. */
    boolean isQuiet() {
        return false;
    }

    /** Writes what the holder has into a record, also what an insert leaves out. */
    void store(Object holder, Record record) {
        throw new AssertionError("needs a record: " + accessor.type().getName() + ", attribute " + position);
    }

    /** Copies what {@link #store} wrote from one record to another. */
    void restore(RecordView from, Record to) {}

    /** Tells whether no update writes the attribute. */
    boolean isNeverUpdated() {
        return false;
    }

    /** Tells whether every change of the value that the holder has now will be told to the state of its entity. */
    boolean isTold(Object holder, TrackedAttributes to) {
        return true;
    }

    /** Tells whether there may be values of which {@link #isToldAfterInsert} says no. */
    boolean mayBeUntoldAfterInsert() {
        return false;
    }

    /** As {@link #isTold}, and an insert wrote the value as it is. */
    boolean isToldAfterInsert(Object holder, TrackedAttributes to) {
        return isTold(holder, to);
    }

    /** Tells whether the attribute, or one of an embeddable, refers to an entity. */
    boolean isReference() {
        return false;
    }

    /** Has the entities refused that the holder may not refer to. */
    void checkReferences(Object holder, KeySource keys) {}

    int position() {
        return position;
    }

    /** Returns the value of the holder's attribute. */
    protected final @Nullable Object value(Object holder) {
        return accessor.get(holder, position);
    }
}
