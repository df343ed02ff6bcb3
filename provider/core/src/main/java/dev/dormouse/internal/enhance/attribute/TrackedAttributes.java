package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.LazyLoader;
import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of an enhanced instance that a persistence context holds or held. Where all changes of its class are told of, it keeps what assigned attributes had
 * before, and nobody keeps the record.
 */
public final class TrackedAttributes extends AttributeState {

    private final Object instance;
    private final TrackedClass type;
    private final AttributeLoader loader;

    /** Few at most; null for none. */
    private @Nullable List<UnloadedAttribute> unloaded;

    private @Nullable BitSet assigned;

    /** What the assigned attributes had; null for nothing, and where the record is kept. */
    private @Nullable Record before;

    private boolean isMuted;
    private boolean hasRecord;

    private TrackedAttributes(Object instance, TrackedClass type, AttributeLoader loader, boolean isIncomplete) {
        super(isIncomplete);
        this.instance = instance;
        this.type = type;
        this.loader = loader;
        this.hasRecord = type.values() == null;
    }

    /**
     * Returns the state of an instance that is about to be hydrated from a record, or was written as one: a new one, or for a lazy reference the one that guards it. Null if
     * its class is plain.
     */
    public static @Nullable TrackedAttributes of(Object instance, TrackedClass type, AttributeLoader loader) {
        if (!(instance instanceof EnhancedEntity entity)) {
            return null;
        }
        return entity.dormouseState() instanceof TrackedAttributes known && known.guards(instance, loader)
                ? known
                : new TrackedAttributes(instance, type, loader, false);
    }

    private boolean guards(Object reference, AttributeLoader ofContext) {
        return instance == reference && loader == ofContext && isIncomplete() && unloaded == null && assigned == null;
    }

    /** Makes the state of a reference that could not be loaded guard it again. */
    public void guardAgain() {
        unloaded = null;
        hasRecord = type.values() == null;
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
        return instance instanceof EnhancedEntity entity && entity.dormouseState() instanceof TrackedAttributes tracked
                ? tracked
                : null;
    }

    /** Tells whether an attribute of an instance is unloaded, of a detached one too. */
    public static boolean isUnloaded(Object instance, String attribute) {
        if (instance instanceof EnhancedEntity entity) {
            AttributeState state = entity.dormouseState();
            return state != null && state.isIncomplete() && state.isUnloaded(attribute);
        }
        return false;
    }

    /** Loads all attributes of an instance that are unloaded. */
    public static void complete(Object instance) {
        TrackedAttributes tracked = find(instance);
        if (tracked != null && tracked.isIncomplete()) {
            tracked.complete();
        }
    }

    /** Takes the assigned attributes of an instance for flushed. */
    public static void flushed(Object instance) {
        TrackedAttributes tracked = find(instance);
        if (tracked != null && tracked.assigned != null) {
            tracked.assigned.clear();
            tracked.before = null;
        }
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

    /** Has the instance tell of nothing while it gets state from the provider, by its setters, too. */
    public void mute(boolean isSo) {
        isMuted = isSo;
    }

    /** Puts this state into its instance, which has got its attributes but those that were deferred. */
    public void attach() {
        ((EnhancedEntity) instance).dormouseState(this);
        incomplete(unloaded != null && !unloaded.isEmpty());
    }

    /** Leaves an attribute unloaded; the record that it will be loaded from is needed from now on. */
    public void defer(int attribute, RecordView view) {
        RecordView record = record();
        if (unloaded == null) {
            unloaded = new ArrayList<>(2);
        }
        hasRecord = true;
        UnloadedAttribute deferred = new UnloadedAttribute(this, attribute, record == null ? view.retain() : record);
        unloaded.add(deferred);
        loader.deferred(deferred);
        incomplete(true);
    }

    /** Returns the record that attributes were left in; null if there are none. */
    public @Nullable RecordView record() {
        return unloaded == null || unloaded.isEmpty() ? null : unloaded.get(0).record();
    }

    /** Returns the attributes that are unloaded. */
    public List<UnloadedAttribute> unloaded() {
        return unloaded == null ? List.of() : List.copyOf(unloaded);
    }

    Object instance() {
        return instance;
    }

    private @Nullable UnloadedAttribute unloaded(int attribute) {
        if (unloaded != null) {
            for (UnloadedAttribute each : unloaded) {
                if (each.position() == attribute) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Tells whether an attribute is unloaded. */
    public boolean isUnloaded(int attribute) {
        return unloaded(attribute) != null;
    }

    /** Tells whether an attribute was assigned since the instance was loaded or flushed. */
    public boolean isAssigned(int attribute) {
        return assigned != null && assigned.get(attribute);
    }

    @Override
    public boolean isUnloaded(String attribute) {
        return unloadedReference() != null ? !type.model().isId(attribute) : isUnloaded(position(attribute));
    }

    private int position(String attribute) {
        return type.model().attributes().position(attribute);
    }

    private @Nullable LazyReference unloadedReference() {
        return instance instanceof LazyReference reference && reference.dormouseLoader() != null ? reference : null;
    }

    @Override
    protected void read(EnhancedEntity touched, String attribute) {
        if (isMuted) {
            return;
        }
        if (loadReference(attribute)) {
            AttributeState.reading(touched, attribute);
            return;
        }
        UnloadedAttribute touchedOne = unloaded(position(attribute));
        if (touchedOne != null) {
            loader.load(touchedOne);
        }
    }

    @Override
    protected void write(EnhancedEntity touched, String attribute) {
        if (touched != instance || isMuted) {
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
        UnloadedAttribute replaced = unloaded(position);
        if (replaced != null) {
            if (loader.mustKnow(replaced)) {
                loader.load(replaced);
            } else {
                replaced.loaded();
            }
        }
        assigned(position);
    }

    private void assigned(int position) {
        BitSet known = assigned;
        if (known == null) {
            known = new BitSet();
            assigned = known;
        }
        StoredValues values = type.values();
        if (!hasRecord && values != null && !known.get(position)) {
            if (before == null) {
                before = new Record(position + 1);
            }
            values.store(instance, position, before);
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

    void loaded(UnloadedAttribute attribute) {
        if (unloaded != null) {
            unloaded.remove(attribute);
            incomplete(!unloaded.isEmpty());
        }
    }

    @Override
    protected void complete() {
        if (unloadedReference() == null && unloaded != null) {
            for (UnloadedAttribute each : List.copyOf(unloaded)) {
                if (each.isWanted() && loader.canLoad(each)) {
                    loader.load(each);
                }
            }
        }
    }

    /** What is serialized: the names of what is unloaded, or nothing. */
    private @Nullable Object writeReplace() {
        List<AttributeModel> attributes = type.model().attributes().list();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            if (isUnloaded(i)) {
                names.add(attributes.get(i).name());
            }
        }
        return names.isEmpty() ? null : new UnloadedAttributes(type.model().name(), names);
    }
}
