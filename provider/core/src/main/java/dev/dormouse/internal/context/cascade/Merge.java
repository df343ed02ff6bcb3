package dev.dormouse.internal.context.cascade;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.store.record.Key;
import jakarta.persistence.CascadeType;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One merge (section 3.3.8): first it finds or makes the managed copy of every instance that it reaches, then it copies their states, last it
 * persists the copies that are new.
 */
public final class Merge {

    private final LifeCycle lifeCycle;
    private final PersistenceContext context;
    private final EntityTypes types;
    private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
    private final List<Object> sources = new ArrayList<>();
    private final List<Object> newCopies = new ArrayList<>();

    /** Prepares one merge. */
    public Merge(LifeCycle lifeCycle) {
        this.lifeCycle = lifeCycle;
        this.context = lifeCycle.context();
        this.types = context.types();
    }

    /** Merges and returns the managed instance. */
    public Object merge(Object instance) {
        types.ofInstance(instance);
        new CascadeWalk(types, CascadeType.MERGE, CascadeWalk.Reach.LOADED).from(instance, this::reach);
        StateCopy copy = new StateCopy(types, this::managed);
        for (Object source : sources) {
            copy.copy(types.ofInstance(source), source, Objects.requireNonNull(copies.get(source)));
        }
        for (Object created : newCopies) {
            if (context.entry(created) == null) {
                lifeCycle.persistNew(created);
            }
        }
        return Objects.requireNonNull(copies.get(instance));
    }

    private boolean reach(Object instance) {
        EntityEntry entry = context.entry(instance);
        EntityType type = types.ofInstance(instance);
        if (entry != null) {
            if (entry.isRemoved()) {
                throw new IllegalArgumentException(ContextMessages.REMOVED_MERGED.text(entry.describe()));
            }
            copies.put(instance, instance);
            if (entry.isLoaded()) {
                sources.add(instance);
            }
            return entry.isLoaded();
        }
        Key key = type.layout().id().keyOf(instance);
        boolean isUnloaded = !LazyReference.isLoaded(instance);
        Object managed = key == null || lifeCycle.generators().lacksId(type, instance) ? null : find(type, key);
        if (isUnloaded) {
            if (managed == null) {
                throw new EntityNotFoundException(ContextMessages.NOT_FOUND.text(LifeCycle.describe(type, instance)));
            }
            copies.put(instance, managed);
            return false;
        }
        if (managed == null) {
            refuseDeleted(type, instance);
            managed = type.layout().accessor().newInstance();
            if (key != null && !lifeCycle.generators().lacksId(type, instance)) {
                type.layout().id().set(managed, key);
            }
            newCopies.add(managed);
        } else {
            checkVersion(type, instance, managed);
        }
        copies.put(instance, managed);
        sources.add(instance);
        return true;
    }

    private @Nullable Object find(EntityType type, Key key) {
        EntityEntry known = context.entry(type.layout().root(), key);
        if (known != null && known.isRemoved() && known.isStored()) {
            throw new IllegalArgumentException(ContextMessages.REMOVED_MERGED.text(known.describe()));
        }
        return lifeCycle.loader().find(type, key, LockRequest.NONE);
    }

    private static void checkVersion(EntityType type, Object source, Object managed) {
        VersionLayout version = type.layout().version().orElse(null);
        if (version != null) {
            Object merged = version.of(source);
            Object current = version.of(managed);
            if (!Objects.equals(merged, current)) {
                throw new OptimisticLockException(
                        ContextMessages.STALE_MERGE.text(LifeCycle.describe(type, source), merged, current),
                        null,
                        managed);
            }
        }
    }

    /** An instance with a version, other than the first one, was stored once; if its record is gone, somebody deleted it. */
    private static void refuseDeleted(EntityType type, Object source) {
        VersionLayout version = type.layout().version().orElse(null);
        if (version != null) {
            Object merged = version.of(source);
            if (merged != null && !merged.equals(version.first())) {
                throw new OptimisticLockException(
                        ContextMessages.NOT_FOUND.text(LifeCycle.describe(type, source)), null, source);
            }
        }
    }

    /** Returns what a reference to an entity becomes in a managed copy. */
    private Object managed(Object target) {
        Object copy = copies.get(target);
        if (copy != null) {
            return copy;
        }
        EntityType type = types.ofInstance(target);
        if (context.entry(target) != null) {
            return target;
        }
        Key key = type.layout().id().keyOf(target);
        return key == null || !lifeCycle.isDetached(type, target)
                ? target
                : lifeCycle.loader().reference(type, key);
    }

    /** Returns whether a slot takes part: an unloaded collection does not. */
    static boolean isFetched(AssociationSlot slot, Object instance) {
        if (slot.isUnloaded(instance)) {
            return false;
        }
        var collection = slot.collection(instance);
        return collection == null || collection.isLoaded();
    }
}
