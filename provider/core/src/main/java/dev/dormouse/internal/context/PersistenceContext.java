package dev.dormouse.internal.context;

import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.EntityExistsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identity map of one entity manager: one instance for each key below a root entity. The only place where life-cycle states change.
 */
public final class PersistenceContext {

    private final EntityTypes types;
    private final EntriesByKey byKey = new EntriesByKey();
    private List<EntityEntry> inOrder = new ArrayList<>();

    /** Those of the first entries in order; the rest is taken in when somebody asks by instance, which many contexts never do. */
    private @Nullable IdentityHashMap<Object, EntityEntry> byInstance;

    private int mapped;
    /** Mutable once there is one; many contexts have none. */
    private Set<CollectionState> accessed = Set.of();

    /** By table; mutable once there is one. */
    private Map<Integer, Long> lastWrites = Map.of();

    private long lastWriteAnywhere;
    private long writes;
    private int detached;
    private int removed;
    private boolean endsWithTransaction;

    /** Makes an empty context. */
    public PersistenceContext(EntityTypes types) {
        this.types = types;
    }

    /** Returns the entity types of the unit. */
    public EntityTypes types() {
        return types;
    }

    /** Returns the entry of an instance; null for one that is new or detached. */
    public @Nullable EntityEntry entry(Object instance) {
        return byInstance().get(instance);
    }

    private IdentityHashMap<Object, EntityEntry> byInstance() {
        IdentityHashMap<Object, EntityEntry> known = byInstance;
        if (known == null) {
            known = new IdentityHashMap<>(inOrder.size());
            byInstance = known;
        }
        for (; mapped < inOrder.size(); mapped++) {
            EntityEntry entry = inOrder.get(mapped);
            if (entry.status() != EntityEntry.Status.DETACHED) {
                known.put(entry.instance(), entry);
            }
        }
        return known;
    }

    /** Returns the entry with a key below a root; null if there is none. */
    public @Nullable EntityEntry entry(EntityLayout root, Key key) {
        return byKey.get(root, key);
    }

    /** Returns the entries in the order in which they came, detached ones among them. It may grow while it is walked by index. */
    public List<EntityEntry> entries() {
        return inOrder;
    }

    /** Returns whether there is no entity, managed or removed. */
    public boolean isEmpty() {
        return inOrder.size() == detached;
    }

    /** Returns whether an entity is removed and its record not yet deleted. */
    public boolean hasRemovals() {
        return removed > 0;
    }

    /**
     * Takes an instance in.
     *
     * @param key its key, null if it is still to be derived
     * @param stored whether there is a record
     * @throws EntityExistsException if another managed instance has the key
     */
    public EntityEntry add(Object instance, EntityType type, @Nullable Key key, boolean stored) {
        EntityEntry entry = new EntityEntry(instance, type, key, stored);
        if (key != null) {
            identify(entry, key);
        }
        inOrder.add(entry);
        return entry;
    }

    /**
     * Has an entity found by a key, which is its own from now on.
     *
     * @throws EntityExistsException if another managed instance has the key
     */
    public void identify(EntityEntry entry, Key key) {
        EntityEntry other = byKey.add(entry, key);
        if (other == entry) {
            return;
        }
        if (other != null) {
            makeFree(other);
            byKey.add(entry, key);
        }
        entry.key(key);
    }

    /** A removed instance makes place for another one. */
    private void makeFree(EntityEntry other) {
        if (other.isManaged()) {
            throw new EntityExistsException(ContextMessages.OTHER_INSTANCE.text(other.describe()));
        }
        byKey.remove(other);
    }

    /** Marks a managed entity as removed. */
    public void remove(EntityEntry entry) {
        entry.status(EntityEntry.Status.REMOVED);
        entry.leaveQueue();
        removed++;
    }

    /** Makes a removed entity managed again. */
    public void restore(EntityEntry entry) {
        Key key = entry.key();
        if (key != null) {
            identify(entry, key);
        }
        entry.status(EntityEntry.Status.MANAGED);
        removed--;
    }

    /** Lets an instance go: it becomes detached, and with it what it would load. */
    public void detach(EntityEntry entry) {
        if (entry.status() == EntityEntry.Status.DETACHED) {
            return;
        }
        if (entry.isRemoved()) {
            removed--;
        }
        byInstance().remove(entry.instance());
        release(entry);
        if (entry.key() != null) {
            byKey.remove(entry);
        }
        if (++detached > 64 && detached > inOrder.size() / 2) {
            List<EntityEntry> left = new ArrayList<>(inOrder.size() - detached);
            for (EntityEntry other : inOrder) {
                if (other.status() != EntityEntry.Status.DETACHED) {
                    left.add(other);
                }
            }
            inOrder = left;
            mapped = left.size();
            detached = 0;
        }
    }

    /** Notes that the application asked an unloaded collection something that was answered without loading it. */
    public void accessed(CollectionState collection) {
        if (accessed.isEmpty()) {
            accessed = new LinkedHashSet<>();
        }
        accessed.add(collection);
    }

    /**
     * Loads the collections that the application accessed, so that they are available when they are detached (section 3.3.7).
     *
     * @param owner the entity that is to be detached, null for all
     */
    public void loadAccessed(@Nullable Object owner) {
        if (accessed.isEmpty()) {
            return;
        }
        for (CollectionState collection : List.copyOf(accessed)) {
            EntityEntry entry = entry(collection.owner());
            if (entry == null || !entry.isManaged()) {
                accessed.remove(collection);
            } else if (owner == null || owner == collection.owner()) {
                accessed.remove(collection);
                collection.elements();
            }
        }
    }

    /** Notes that this context's transaction changed records of a table. */
    public void wrote(TableDefinition table) {
        if (lastWrites.isEmpty()) {
            lastWrites = new HashMap<>();
        }
        lastWrites.put(table.id(), ++writes);
    }

    /** Notes that this context's transaction may have changed records of any table. */
    public void wroteAnywhere() {
        lastWriteAnywhere = ++writes;
    }

    /** Returns a number that grows with each write. */
    public long writes() {
        return writes;
    }

    /** Tells whether records of a table may have been changed since a moment that {@link #writes()} named. */
    public boolean hasWrittenSince(long moment, TableDefinition table) {
        return lastWriteAnywhere > moment || lastWrites.getOrDefault(table.id(), 0L) > moment;
    }

    /** Lets all instances go. */
    public void clear() {
        accessed = Set.of();
        if (!inOrder.isEmpty()) {
            inOrder.forEach(PersistenceContext::release);
            inOrder = new ArrayList<>();
        }
        byInstance = null;
        mapped = 0;
        byKey.clear();
        detached = 0;
        removed = 0;
    }

    /** Lets all instances go when the active transaction is over: its entity manager was closed before (section 7.3). */
    public void endWithTransaction() {
        endsWithTransaction = true;
    }

    /** Returns whether the context ends with the active transaction. */
    public boolean endsWithTransaction() {
        return endsWithTransaction;
    }

    /** Forgets the removed entities whose records are gone: their transaction is over. */
    public void forgetRemoved() {
        if (removed > 0) {
            for (EntityEntry entry : List.copyOf(inOrder)) {
                if (entry.isRemoved()) {
                    detach(entry);
                }
            }
        }
    }

    private static void release(EntityEntry entry) {
        if (entry.status() == EntityEntry.Status.DETACHED) {
            return;
        }
        entry.status(EntityEntry.Status.DETACHED);
        entry.leaveQueue();
        if (entry.isLoaded()) {
            for (AssociationSlot slot : entry.type().collections()) {
                CollectionState collection = slot.collection(entry.instance());
                if (collection != null) {
                    collection.detach();
                }
            }
        }
    }
}
