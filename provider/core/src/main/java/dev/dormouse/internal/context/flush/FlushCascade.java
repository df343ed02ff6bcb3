package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.cascade.LifeCycle;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.enhance.collection.PersistentCollection;
import dev.dormouse.store.record.Key;
import jakarta.persistence.CascadeType;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a flush does before it looks for changes: it persists what is reached, derives ids, removes orphans (section 3.3.4). */
final class FlushCascade {

    private final PersistenceContext context;
    private final LifeCycle lifeCycle;
    private final EntityKeys keys;

    FlushCascade(PersistenceContext context, LifeCycle lifeCycle, EntityKeys keys) {
        this.context = context;
        this.lifeCycle = lifeCycle;
        this.keys = keys;
    }

    void run() {
        for (int i = 0; i < context.entries().size(); i++) {
            EntityEntry entry = context.entries().get(i);
            if (!entry.type().associations().isEmpty() && entry.isManaged() && entry.isLoaded()) {
                persistReached(entry);
            }
        }
        deriveIds();
        for (EntityEntry entry : List.copyOf(context.entries())) {
            boolean isKnown = entry.isManaged() || entry.isRemoved();
            if (!entry.type().tracked().isEmpty() && isKnown && entry.isLoaded()) {
                removeOrphans(entry);
            }
        }
    }

    private void persistReached(EntityEntry entry) {
        for (AssociationSlot slot : entry.type().associations()) {
            boolean cascades = slot.cascades(CascadeType.PERSIST);
            if (!slot.hasTargets() || (!cascades && slot.isOwning())) {
                continue;
            }
            if (slot.isToOne()) {
                Object target = slot.loadedTarget(entry.instance());
                if (target != null) {
                    reached(slot, cascades, target);
                }
            } else if (mayHoldNew(slot, entry.instance())) {
                slot.loadedTargets(
                        entry.instance(),
                        (association, target) -> reached(slot, association.cascades(CascadeType.PERSIST), target));
            }
        }
    }

    private void reached(AssociationSlot slot, boolean cascades, Object target) {
        if (cascades) {
            persist(target);
        } else if (!slot.isOwning()) {
            keys.checkNotNew(slot.location(), target);
        }
    }

    /** A collection that nobody changed has only what was loaded; but that may have been removed since. */
    private boolean mayHoldNew(AssociationSlot slot, Object instance) {
        CollectionState collection = slot.collection(instance);
        return collection == null || collection.isDirty() || context.hasRemovals();
    }

    private void persist(Object target) {
        EntityEntry known = context.entry(target);
        if (known == null) {
            if (!lifeCycle.isDetached(context.types().ofInstance(target), target)) {
                lifeCycle.persist(target);
            }
        } else if (known.isRemoved()) {
            lifeCycle.persist(target);
        }
    }

    private void deriveIds() {
        List<EntityEntry> waiting = new ArrayList<>();
        for (EntityEntry entry : context.entries()) {
            if (entry.isManaged() && entry.key() == null) {
                waiting.add(entry);
            }
        }
        boolean progress = true;
        while (!waiting.isEmpty() && progress) {
            progress = waiting.removeIf(this::derived);
        }
        if (!waiting.isEmpty()) {
            throw new PersistenceException(
                    ContextMessages.NO_ID.text(waiting.get(0).type().name()));
        }
    }

    private boolean derived(EntityEntry entry) {
        entry.type().layout().id().derive(entry.instance());
        Key key = entry.type().layout().id().keyOf(entry.instance());
        if (key != null) {
            context.identify(entry, key);
        }
        return key != null;
    }

    private void removeOrphans(EntityEntry entry) {
        for (AssociationSlot slot : entry.type().tracked()) {
            if (slot.removesOrphans() && !slot.isUnloaded(entry.instance())) {
                Object before = entry.tracked(slot);
                Object now = slot.get(entry.instance());
                if (slot.isCollection()) {
                    removeOrphans(before, now);
                } else if (before != null && before != now) {
                    lifeCycle.removeOrphan(before);
                }
            }
        }
    }

    private void removeOrphans(@Nullable Object before, @Nullable Object now) {
        if (before == now) {
            if (now instanceof PersistentCollection collection
                    && collection.dormouseState().isDirty()) {
                collection.dormouseState().removed().forEach(this::removeElement);
            }
            return;
        }
        if (before != null) {
            Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
            if (now != null) {
                kept.addAll(AssociationSlot.elements(now));
            }
            for (Object element : AssociationSlot.elements(before)) {
                if (element != null && !kept.contains(element)) {
                    lifeCycle.removeOrphan(element);
                }
            }
        }
    }

    private void removeElement(@Nullable Object element) {
        Object target = element instanceof Map.Entry<?, ?> pair ? pair.getValue() : element;
        if (target != null) {
            lifeCycle.removeOrphan(target);
        }
    }
}
