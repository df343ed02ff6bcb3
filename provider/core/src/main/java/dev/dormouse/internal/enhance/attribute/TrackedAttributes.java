package dev.dormouse.internal.enhance.attribute;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.LazyLoader;
import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.store.record.RecordView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of an enhanced instance that a persistence context holds or held. */
public final class TrackedAttributes extends AttributeState {

    private final Object instance;
    private final EntityModel model;
    private final AttributeLoader loader;
    /** The record that the instance was hydrated from; null for a lazy reference, and for one that was new. */
    private final @Nullable RecordView record;

    /** Few at most; null for none. */
    private @Nullable List<UnloadedAttribute> unloaded;

    private @Nullable BitSet assigned;
    private boolean isMuted;

    private TrackedAttributes(
            Object instance,
            EntityModel model,
            AttributeLoader loader,
            @Nullable RecordView record,
            boolean isIncomplete) {
        super(isIncomplete);
        this.instance = instance;
        this.model = model;
        this.loader = loader;
        this.record = record;
    }

    /** Makes the state of an instance that is about to be hydrated from a record, or was written as one; null if its class is plain. */
    public static @Nullable TrackedAttributes of(
            Object instance, EntityModel model, AttributeLoader loader, RecordView record) {
        return instance instanceof EnhancedEntity
                ? new TrackedAttributes(instance, model, loader, record, false)
                : null;
    }

    /** Has an access to a field of a lazy reference load it, if its class is enhanced: also one that no method of it stands before. */
    public static void guard(LazyReference reference, EntityModel model, AttributeLoader loader) {
        if (reference instanceof EnhancedEntity entity) {
            entity.dormouseState(new TrackedAttributes(reference, model, loader, null, true));
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
        }
    }

    /** Has the instance tell of nothing while it gets state from the provider, by its setters, too. */
    public void mute(boolean isSo) {
        isMuted = isSo;
    }

    /** Puts this state into its instance. */
    public void attach() {
        ((EnhancedEntity) instance).dormouseState(this);
    }

    /** Leaves an attribute unloaded. */
    public void defer(int attribute) {
        if (record == null) {
            throw new AssertionError("no record of " + model.name());
        }
        if (unloaded == null) {
            unloaded = new ArrayList<>(2);
        }
        UnloadedAttribute deferred = new UnloadedAttribute(this, attribute, record);
        unloaded.add(deferred);
        loader.deferred(deferred);
        incomplete(true);
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
        return unloadedReference() != null ? !model.isId(attribute) : isUnloaded(position(attribute));
    }

    private int position(String attribute) {
        return model.attributes().position(attribute);
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
        if (assigned == null) {
            assigned = new BitSet();
        }
        assigned.set(position);
    }

    private boolean loadReference(String attribute) {
        LazyReference reference = unloadedReference();
        LazyLoader loading = reference == null ? null : reference.dormouseLoader();
        if (reference == null || loading == null || model.isId(attribute)) {
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
        List<AttributeModel> attributes = model.attributes().list();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            if (isUnloaded(i)) {
                names.add(attributes.get(i).name());
            }
        }
        return names.isEmpty() ? null : new UnloadedAttributes(model.name(), names);
    }
}
