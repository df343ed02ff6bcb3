package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.enhance.LazyLoader;
import dev.dormouse.internal.enhance.attribute.AttributeLoader;
import dev.dormouse.internal.enhance.collection.CollectionLoader;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.transaction.TransactionScope;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.PersistenceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads entities into one persistence context: by key, behind lazy references, again for refresh, and for the rows of queries. */
public final class EntityLoader {

    private final PersistenceContext context;
    private final Hydration hydration;
    private final EntityLocks locks;

    /**
     * Makes the loader of one entity manager.
     *
     * @param batchSize how many lazy references or collections are loaded together at most
     */
    public EntityLoader(
            PersistenceContext context, TransactionScope scope, RecordLookup lookup, EntityLocks locks, int batchSize) {
        this.context = context;
        this.hydration = new Hydration(context, scope, lookup, batchSize, this::loaderOf);
        this.locks = locks;
    }

    /** Returns what loads the unloaded attributes of enhanced instances. */
    public AttributeLoader attributes() {
        return hydration.attributes();
    }

    /** Returns what answers for unloaded collections. */
    public CollectionLoader collections() {
        return hydration.collections();
    }

    /** Returns the managed instance with a key and its state, locked as asked; null if there is none, or it is removed. */
    public @Nullable Object find(EntityType type, Key key, LockRequest lock) {
        locks.check(type, lock);
        EntityEntry known = context.entry(type.layout().root(), key);
        if (known != null && (known.isLoaded() || !known.isStored())) {
            return knownInstance(type, known, lock);
        }
        if (known != null && known.isRemoved()) {
            return null;
        }
        locks.lockRecord(type, key, lock, null);
        EntityEntry found = hydration.reading(EntityLoader::read, type, key);
        if (found == null || !type.layout().javaClass().isInstance(found.instance())) {
            return null;
        }
        locks.note(found, lock);
        return found.instance();
    }

    /**
     * As {@link #find(EntityType, Key, LockRequest)}, by an id object.
     *
     * @throws IllegalArgumentException if it is not of the id's type
     */
    public @Nullable Object findById(EntityType type, @Nullable Object id, LockRequest lock) {
        return find(type, type.layout().id().key(id), lock);
    }

    /**
     * As {@link #reference(EntityType, Key)}, by an id object.
     *
     * @throws IllegalArgumentException if it is not of the id's type
     */
    public Object referenceById(EntityType type, @Nullable Object id) {
        return reference(type, type.layout().id().key(id));
    }

    /**
     * Returns the managed instance with the id of another instance, or a lazy reference to it.
     *
     * @throws IllegalArgumentException if the instance has no id
     */
    public Object referenceTo(EntityType type, Object instance) {
        Key key = type.layout().id().keyOf(instance);
        if (key == null) {
            throw new IllegalArgumentException(ContextMessages.NO_ID.text(type.name()));
        }
        return reference(type, key);
    }

    private @Nullable Object knownInstance(EntityType type, EntityEntry known, LockRequest lock) {
        if (known.isRemoved() || !type.layout().javaClass().isInstance(known.instance())) {
            return null;
        }
        locks.lock(known, lock);
        return known.instance();
    }

    private static @Nullable EntityEntry read(Hydration hydration, EntityType type, Key key) {
        RecordView view = hydration.transaction().get(type.layout().table(), key);
        if (view == null) {
            return null;
        }
        EntityEntry entry = hydration.entity(type, key, view);
        view.release();
        return entry;
    }

    /** Returns the managed instance with a key, or a lazy reference to it; what cannot be lazy is loaded. */
    public Object reference(EntityType type, Key key) {
        EntityEntry known = context.entry(type.layout().root(), key);
        if (known != null && known.isManaged()) {
            return known.instance();
        }
        return hydration
                .reading(transaction -> hydration.referred().reference(type, key, false))
                .instance();
    }

    /** Returns the record of a key as the store has it now, retained; null if there is none. */
    public @Nullable RecordView record(EntityType type, Key key) {
        return hydration.reading(transaction -> {
            RecordView view = transaction.get(type.layout().table(), key);
            return view == null ? null : view.retain();
        });
    }

    /** Loads the state of a managed instance, if it is not there. */
    public void load(EntityEntry entry) {
        if (entry.unloadedReference() != null) {
            touched(entry);
        }
    }

    /** A reference has a loader that knows its entry: a touch looks for nothing. */
    private LazyLoader loaderOf(EntityEntry entry) {
        return reference -> touched(entry);
    }

    private void touched(EntityEntry entry) {
        if (entry.status() == EntityEntry.Status.DETACHED) {
            throw new PersistenceException(ContextMessages.CONTEXT_GONE.text(
                    entry.type().layout().javaClass().getName()));
        }
        boolean isThere =
                Boolean.TRUE.equals(hydration.reading((in, reference, same) -> in.load(reference), entry, entry));
        if (!isThere) {
            throw new EntityNotFoundException(ContextMessages.NOT_FOUND.text(entry.describe()));
        }
    }

    /**
     * Reads the state of a managed instance again.
     *
     * @throws EntityNotFoundException if its record is gone
     */
    public void refresh(EntityEntry entry, LockRequest lock) {
        locks.check(entry.type(), lock);
        Key key = Objects.requireNonNull(entry.key());
        locks.lockRecord(entry.type(), key, lock, entry.instance());
        boolean isThere = hydration.reading(transaction -> {
            RecordView view = transaction.get(entry.type().layout().table(), key);
            if (view != null) {
                entry.stored(true);
                entry.type().collections().forEach(slot -> leaveQueue(slot.collection(entry.instance())));
                hydration.hydrate(entry, view);
            }
            return view != null;
        });
        if (!isThere) {
            throw new EntityNotFoundException(ContextMessages.NOT_FOUND.text(entry.describe()));
        }
        locks.note(entry, lock);
    }

    private static void leaveQueue(@Nullable CollectionState collection) {
        if (collection != null) {
            collection.leaveQueue();
        }
    }

    /**
     * Returns the entities of the rows of one query.
     *
     * @param transaction the store transaction that the query reads in
     * @param lock how each entity is locked
     */
    public EntityRows rows(StoreTransaction transaction, LockRequest lock) {
        return new ContextRows(context, hydration, locks, transaction, lock);
    }

    /** Returns the layout's type. */
    public EntityType type(EntityLayout layout) {
        return context.types().of(layout);
    }
}
