package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.LazyLoader;
import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The state of an enhanced instance that a persistence context holds or held. Where all changes of its class are told of, it keeps what assigned attributes had
 * before, and nobody keeps the record.
 */
public final class TrackedAttributes extends DeferringState {

    private final TrackedClass type;

    private @Nullable BitSet assigned;

    /** What the assigned attributes had; null for nothing, and where the record is kept. */
    private @Nullable Record before;

    private boolean hasRecord;

    private TrackedAttributes(Object instance, TrackedClass type, AttributeLoader loader, boolean isIncomplete) {
        super(instance, loader, isIncomplete);
        this.type = type;
        this.hasRecord = type.keepsRecord();
    }

    /**
     * Returns the state of an instance that is about to be hydrated from a record, or was written as one: a new one, or for a lazy reference the one that guards it.
     */
    public static TrackedAttributes of(EnhancedEntity instance, TrackedClass type, AttributeLoader loader) {
        return instance.dormouseState() instanceof TrackedAttributes known && known.guards(instance, loader)
                ? known
                : new TrackedAttributes(instance, type, loader, false);
    }

    private boolean guards(Object reference, AttributeLoader ofContext) {
        return holder() == reference && loader() == ofContext && isIncomplete() && neverDeferred() && assigned == null;
    }

    /** Makes the state of a reference that could not be loaded guard it again. */
    public void guardAgain() {
        forgetUnloaded();
        hasRecord = type.keepsRecord();
        incomplete(true);
    }

    /** Has an access to a field of a lazy reference load it, if its class is enhanced: also one that no method of it stands before. */
    public static void guard(LazyReference reference, TrackedClass type, AttributeLoader loader) {
        if (reference instanceof EnhancedEntity entity) {
            entity.dormouseState(new TrackedAttributes(reference, type, loader, true));
        }
    }

    /** Returns the state of an instance; null if its class is plain, or nobody tracks it. */
    public static @Nullable TrackedAttributes find(Object instance) {
        return instance instanceof EnhancedEntity entity ? find(entity) : null;
    }

    /** As {@link #find(Object)}. */
    public static @Nullable TrackedAttributes find(EnhancedEntity instance) {
        return instance.dormouseState() instanceof TrackedAttributes tracked ? tracked : null;
    }

    /** Tells whether an attribute of an instance is unloaded, of a detached one too. */
    public static boolean isUnloaded(Object instance, String attribute) {
        if (instance instanceof EnhancedEntity entity) {
            AttributeState state = entity.dormouseState();
            return state != null && state.isIncomplete() && state.isUnloaded(attribute);
        }
        return false;
    }

    /** Loads all attributes of an instance that are unloaded, those of its embeddables too. */
    public static void complete(Object instance) {
        TrackedAttributes tracked = find(instance);
        if (tracked != null) {
            tracked.complete();
        }
    }

    /** Takes the assigned attributes of an instance for flushed. */
    public static void flushed(Object instance) {
        TrackedAttributes tracked = find(instance);
        if (tracked != null && tracked.isAnyAssigned()) {
            tracked.flushed();
        }
    }

    /**
     * What is never updated still differs from the record, and an embeddable that the application made, or took from another place, tells nothing: both are taken
     * for assigned until the instance is loaded again.
     */
    private void flushed() {
        BitSet written = assigned == null ? new BitSet() : assigned;
        Record had = before;
        assigned = null;
        before = null;
        StoredValues values = type.values();
        for (int i = written.nextSetBit(0); i >= 0; i = written.nextSetBit(i + 1)) {
            if (had != null && values.isNeverUpdated(i)) {
                assigned().set(i);
                values.restore(i, had, before(i));
            } else if (!values.isTold(holder(), i, this)) {
                assigned(i);
            }
        }
    }

    private Record before(int position) {
        Record known = before == null ? new Record(position + 1) : before;
        before = known;
        return known;
    }

    private BitSet assigned() {
        BitSet known = assigned == null ? new BitSet() : assigned;
        assigned = known;
        return known;
    }

    /** Takes the instance for one that was just inserted, as the record that is kept beside it. */
    public void inserted() {
        type.values().inserted(holder(), this);
    }

    /** Has an attribute compared with the record that is kept beside the instance. */
    public void compare(int attribute) {
        hasRecord = true;
        assigned().set(attribute);
    }

    /** Tells whether the record of the instance is needed to tell what changed. */
    public boolean needsRecord() {
        return hasRecord;
    }

    /** Returns what the assigned attributes had when the instance was loaded or flushed, where no record is needed; null for nothing. */
    public @Nullable Record before() {
        return before;
    }

    /** Tells whether an attribute was assigned. */
    public boolean isAnyAssigned() {
        return assigned != null && !assigned.isEmpty();
    }

    /** Puts this state into its instance, which has got its attributes but those that were deferred. */
    public void attach(EnhancedEntity instance) {
        instance.dormouseState(this);
        incomplete(hasUnloaded());
    }

    RecordView keep(RecordView view) {
        hasRecord = true;
        RecordView known = record();
        return known == null ? view.retain() : known;
    }

    /** Takes notice that an attribute is about to be assigned, which may take an embeddable from the entity. */
    void leaving(AttributePath parent, String attribute) {
        if (neverDeferred()) {
            return;
        }
        AttributePath path = parent.child(attribute);
        for (UnloadedAttribute each : unloaded()) {
            if (each.isBelow(path) && each.isWanted() && loader().mustKnow(each)) {
                loader().load(each);
            }
        }
    }

    @Override
    TrackedAttributes ofEntity() {
        return this;
    }

    @Override
    Attributes attributes() {
        return type.model().attributes();
    }

    @Override
    String name() {
        return type.model().name();
    }

    @Override
    int firstNumber() {
        return 0;
    }

    @Override
    boolean isParentOf(AttributePath path) {
        return path.length() == 1;
    }

    /** Tells whether an attribute was assigned since the instance was loaded or flushed. */
    public boolean isAssigned(int attribute) {
        return assigned != null && assigned.get(attribute);
    }

    @Override
    public boolean isUnloaded(String attribute) {
        return unloadedReference() != null ? !type.model().isId(attribute) : super.isUnloaded(attribute);
    }

    private @Nullable LazyReference unloadedReference() {
        return isIncomplete() && holder() instanceof LazyReference reference && reference.dormouseLoader() != null
                ? reference
                : null;
    }

    @Override
    protected void read(EnhancedEntity touched, String attribute) {
        if (isMuted()) {
            return;
        }
        if (loadReference(attribute)) {
            AttributeState.reading(touched, attribute);
            return;
        }
        load(attribute);
    }

    @Override
    protected void write(EnhancedEntity touched, String attribute) {
        if (touched != holder() || isMuted()) {
            return; // a clone is managed by nobody
        }
        if (loadReference(attribute)) {
            AttributeState.writing(touched, attribute);
            return;
        }
        int position = position(attribute);
        if (position < 0) {
            return;
        }
        replace(position);
        leaving(AttributePath.EMPTY, attribute);
        assigned(position);
    }

    /** Takes notice that an embeddable is about to be changed. */
    void assigned(EmbeddedPlace place) {
        assigned(position(place.path().head()));
    }

    private void assigned(int position) {
        BitSet known = assigned();
        if (!hasRecord && !known.get(position)) {
            type.values().store(holder(), position, before(position));
        }
        known.set(position);
    }

    private boolean loadReference(String attribute) {
        LazyReference reference = unloadedReference();
        LazyLoader loading = reference == null ? null : reference.dormouseLoader();
        if (reference == null || loading == null || type.model().isId(attribute)) {
            return false;
        }
        loading.load(reference);
        return true;
    }

    @Override
    protected void complete() {
        if (unloadedReference() == null) {
            super.complete();
        }
    }

    private @Nullable Object writeReplace() {
        return names();
    }
}
