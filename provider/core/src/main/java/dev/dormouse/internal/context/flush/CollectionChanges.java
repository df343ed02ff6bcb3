package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.AssociationSlot;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.load.CollectionKinds;
import dev.dormouse.internal.context.load.ReferenceRows;
import dev.dormouse.internal.enhance.collection.CollectionLoader;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.enhance.collection.PersistentCollection;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a flush does with the collections of an entity, and with references to one that are kept in a join table. */
final class CollectionChanges {

    private final CollectionLoader loader;
    private final JoinTableChanges joinTables;
    private final TargetChanges targets;

    CollectionChanges(
            PersistenceContext context,
            EntityKeys keys,
            ReferenceRows rows,
            FlushChanges changes,
            CollectionLoader loader) {
        this.loader = loader;
        this.joinTables = new JoinTableChanges(context, keys, rows, changes);
        this.targets = new TargetChanges(context, keys, rows, changes);
    }

    /** Puts persistent collections in place of those that the application made. */
    void wrap(EntityEntry entry) {
        for (AssociationSlot slot : entry.type().collections()) {
            Object value = slot.get(entry.instance());
            if (value == null || isOwn(entry, slot, value)) {
                continue;
            }
            Object content = value instanceof PersistentCollection ? copied(value) : value;
            Object wrapped = CollectionKinds.ofNew((CollectionLocation) slot.location(), entry.instance(), content);
            CollectionKinds.state(wrapped).attach(loader);
            slot.set(entry.instance(), wrapped);
        }
    }

    private static boolean isOwn(EntityEntry entry, AssociationSlot slot, Object value) {
        if (!(value instanceof PersistentCollection collection)) {
            return false;
        }
        CollectionState state = collection.dormouseState();
        return state.isAttached() && state.owner() == entry.instance() && state.role() == slot.location();
    }

    /** A collection of another owner gives its elements. */
    private static Object copied(Object value) {
        return value instanceof Map<?, ?> map ? Map.copyOf(map) : List.copyOf((Collection<?>) value);
    }

    /** Returns whether something that the entity owns outside of its record has changed. */
    boolean isChanged(EntityEntry entry) {
        for (AssociationSlot slot : entry.type().tracked()) {
            if (isKeptOutside(slot) && isChanged(entry, slot)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKeptOutside(AssociationSlot slot) {
        if (slot.association() == null || !slot.isOwning()) {
            return false;
        }
        Reference reference = slot.reference();
        return reference instanceof Reference.InJoinTable || reference instanceof Reference.InTarget;
    }

    private static boolean isChanged(EntityEntry entry, AssociationSlot slot) {
        if (slot.isUnloaded(entry.instance())) {
            return false;
        }
        Object now = slot.get(entry.instance());
        if (now != entry.tracked(slot)) {
            return true;
        }
        CollectionState collection = slot.isCollection() ? slot.collection(entry.instance()) : null;
        return collection != null
                && collection.isDirty()
                && (collection.role().isOrdered()
                        || !collection.added().isEmpty()
                        || !collection.removed().isEmpty());
    }

    /** Adds the changes of what an entity owns outside of its record; for a new one all of it. */
    void collect(EntityEntry entry) {
        for (AssociationSlot slot : entry.type().tracked()) {
            if (isKeptOutside(slot) && (!entry.isStored() || isChanged(entry, slot))) {
                if (slot.location() instanceof ToOneLocation toOne) {
                    joinTables.replace(entry, toOne, slot.get(entry.instance()));
                } else {
                    collect(entry, slot, (ToManyLocation) slot.location());
                }
            }
        }
    }

    private void collect(EntityEntry entry, AssociationSlot slot, ToManyLocation location) {
        Object value = slot.get(entry.instance());
        CollectionState state = slot.collection(entry.instance());
        boolean isWhole = value != entry.tracked(slot) || location.position() != null || location.key() != null;
        if (location.reference() instanceof Reference.InJoinTable join) {
            if (state == null || isWhole || join.table().rowNumbered()) {
                joinTables.replaceAll(entry, location, join, elements(state));
            } else {
                joinTables.change(entry, location, join, state);
            }
        } else {
            Reference.InTarget inTarget = (Reference.InTarget) location.reference();
            if (state == null || isWhole) {
                targets.replaceAll(entry, location, inTarget, elements(state));
            } else {
                targets.change(entry, location, inTarget, state);
            }
        }
    }

    private static Collection<?> elements(@Nullable CollectionState state) {
        return state == null ? List.of() : state.elements();
    }

    /** Adds the end of what a removed entity owns outside of its record. */
    void remove(EntityEntry entry) {
        for (AssociationSlot slot : entry.type().associations()) {
            if (isKeptOutside(slot)) {
                if (slot.reference() instanceof Reference.InJoinTable join) {
                    joinTables.removeAll(entry, slot.location(), join);
                } else {
                    targets.replaceAll(
                            entry, (ToManyLocation) slot.location(), (Reference.InTarget) slot.reference(), List.of());
                }
            }
        }
    }

    /** Takes what the tracked associations of an entity are now for what is stored. */
    void settle(EntityEntry entry) {
        boolean isChanged = false;
        for (AssociationSlot slot : entry.type().tracked()) {
            if (slot.isUnloaded(entry.instance())) {
                continue;
            }
            Object now = slot.get(entry.instance());
            isChanged |= now != entry.tracked(slot);
            if (now instanceof PersistentCollection collection
                    && collection.dormouseState().isDirty()) {
                collection.dormouseState().flushed();
            }
        }
        if (isChanged) {
            entry.track();
        }
    }
}
