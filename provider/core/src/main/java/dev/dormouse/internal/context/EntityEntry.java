package dev.dormouse.internal.context;

import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.enhance.LoadQueue;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a context knows of one instance: whether it is managed or removed, and the record that it was loaded from or last written as. */
public final class EntityEntry extends LoadQueue.Link {

    /** The life-cycle states of an instance that a context knows; what it does not know is new or detached. */
    public enum Status {
        /** Managed, also while a lazy reference is not loaded. */
        MANAGED,
        /** To be deleted at the next flush, or deleted by a flush of this transaction. */
        REMOVED,
        /** No longer of this context. */
        DETACHED
    }

    /** What follows in the same chain of {@link EntriesByKey}, which alone touches it. */
    @Nullable
    EntityEntry nextInTable;

    /** What the table found its chain by, which it alone touches. */
    int hashInTable;

    private final Object instance;
    private final EntityType type;
    private @Nullable Key key;
    private Status status = Status.MANAGED;
    private boolean stored;
    private boolean awaitsState;

    /** The instance while it is a lazy reference that is not loaded. To ask an instance for one interface after another is slow: its class remembers one only. */
    private @Nullable LazyReference unloaded;

    private @Nullable RecordView record;
    private List<Change.FieldChange> written = List.of();
    private @Nullable Object @Nullable [] tracked;
    private LockModeType lockMode = LockModeType.NONE;
    private boolean forcesIncrement;
    private int place;

    EntityEntry(Object instance, EntityType type, @Nullable Key key, boolean stored) {
        this.instance = instance;
        this.type = type;
        this.key = key;
        this.stored = stored;
    }

    /** Returns the instance. */
    public Object instance() {
        return instance;
    }

    /** Returns its type. */
    public EntityType type() {
        return type;
    }

    /** Returns the key; null for a new entity whose id is still to be derived. */
    public @Nullable Key key() {
        return key;
    }

    void key(Key known) {
        key = known;
    }

    /** Returns the life-cycle state. */
    public Status status() {
        return status;
    }

    void status(Status next) {
        status = next;
    }

    /** Returns whether the entity is managed. */
    public boolean isManaged() {
        return status == Status.MANAGED;
    }

    /** Returns whether the entity was removed. */
    public boolean isRemoved() {
        return status == Status.REMOVED;
    }

    /** Returns whether there is a record: false before the first flush of a new entity, and after that of a removed one. */
    public boolean isStored() {
        return stored;
    }

    /** Sets whether there is a record. */
    public void stored(boolean isThere) {
        stored = isThere;
    }

    /** Returns the record as it was read or last written, made anew if none is kept; null for what is new or not loaded. */
    public @Nullable RecordView record() {
        RecordView kept = kept();
        return kept == null && stored && isLoaded() && needsNoRecord()
                ? type.layout()
                        .transfer()
                        .stored(
                                instance,
                                Objects.requireNonNull(key),
                                type.layout().table().primaryKey())
                : kept;
    }

    /** Tells whether changes are told from what the instance tells itself. */
    public boolean needsNoRecord() {
        TrackedAttributes state = TrackedAttributes.find(instance);
        return state != null && !state.needsRecord();
    }

    /** Returns the version that the stored record has as far as this context knows, null where it has none. */
    public @Nullable Object version(VersionLayout layout) {
        if (record != null) {
            return layout.of(Objects.requireNonNull(kept()));
        }
        return needsNoRecord() ? layout.before(instance) : null;
    }

    private @Nullable RecordView kept() {
        RecordView known = record;
        if (known != null && !written.isEmpty()) {
            Record changed = known.copy();
            written.forEach(field -> WrittenFields.apply(changed, field));
            record(changed);
        }
        return record;
    }

    /** Sets the record. */
    public void record(@Nullable RecordView known) {
        record = known;
        written = List.of();
    }

    /** Takes what a flush wrote of the record; it is put into it when somebody asks, which most transactions end without. */
    public void written(List<Change.FieldChange> changes) {
        if (kept() != null) {
            written = changes;
        }
    }

    /** Returns whether the instance has its state. */
    public boolean isLoaded() {
        return !awaitsState && unloaded == null;
    }

    /** Takes the instance for a plain one that gets its state before the application sees it. */
    public void awaitsState() {
        awaitsState = true;
    }

    /** Takes the instance for a lazy reference that is not loaded. */
    public void unloaded(LazyReference reference) {
        unloaded = reference;
    }

    /** Takes the instance for one that has its state. */
    public void loaded() {
        awaitsState = false;
        unloaded = null;
    }

    /** Returns the instance if it is a lazy reference that is not loaded; null for all others. */
    public @Nullable LazyReference unloadedReference() {
        return unloaded;
    }

    /** Returns the value that an association had when the instance was loaded or last flushed. */
    public @Nullable Object tracked(AssociationSlot slot) {
        return tracked == null ? null : tracked[slot.number()];
    }

    /** Takes the value that an association has got for the one that is stored: it was unloaded until now. */
    public void track(AssociationSlot slot) {
        if (tracked == null) {
            tracked = new Object[type.associations().size()];
        }
        tracked[slot.number()] = slot.get(instance);
    }

    /** Takes the values that associations have now for those that are stored. */
    public void track() {
        for (AssociationSlot slot : type.tracked()) {
            if (tracked == null) {
                tracked = new Object[type.associations().size()];
            }
            tracked[slot.number()] = slot.isUnloaded(instance) ? null : slot.get(instance);
        }
    }

    /** Notes what a new instance has: what leaves it before the first flush is an orphan, too, if it became managed. */
    public void trackNew() {
        for (AssociationSlot slot : type.tracked()) {
            Object value = slot.removesOrphans() ? slot.get(instance) : null;
            if (value == null) {
                continue;
            }
            if (tracked == null) {
                tracked = new Object[type.associations().size()];
            }
            if (slot.isCollection()) {
                List<@Nullable Object> before = AssociationSlot.elements(value);
                Object known = tracked[slot.number()];
                if (known != null) {
                    before.addAll(AssociationSlot.elements(known));
                }
                tracked[slot.number()] = before;
            } else {
                tracked[slot.number()] = value;
            }
        }
    }

    /** Returns the lock mode that the application asked for in this transaction. */
    public LockModeType lockMode() {
        return lockMode;
    }

    /** Sets the lock mode. */
    public void lockMode(LockModeType mode) {
        lockMode = mode;
    }

    /** Returns whether the next flush moves the version although nothing else changed. */
    public boolean forcesIncrement() {
        return forcesIncrement;
    }

    /** Sets whether the next flush moves the version. */
    public void forcesIncrement(boolean forces) {
        forcesIncrement = forces;
    }

    /** Returns the place in the list in which a flush last put the entry; it says nothing of other lists. */
    public int place() {
        return place;
    }

    /** Sets the place. */
    public void place(int inList) {
        place = inList;
    }

    /** Returns the entity with its id for messages. */
    public String describe() {
        Key known = key;
        return type.describe(known == null ? null : type.layout().id().id(known));
    }

    @Override
    public String toString() {
        return describe() + " " + status;
    }
}
