package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.enhance.attribute.UnloadedAttribute;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.enhance.collection.PersistentCollection;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities of the rows of one query in one persistence context. */
final class ContextRows implements EntityRows {

    private final PersistenceContext context;
    private final Hydration hydration;
    private final EntityLocks locks;
    private final StoreTransaction transaction;
    private final LockRequest lock;
    /** Mutable once there is one. */
    private Set<UnloadedAttribute> fetched = Set.of();

    private @Nullable EntityType lastType;

    ContextRows(
            PersistenceContext context,
            Hydration hydration,
            EntityLocks locks,
            StoreTransaction transaction,
            LockRequest lock) {
        this.context = context;
        this.hydration = hydration;
        this.locks = locks;
        this.transaction = transaction;
        this.lock = lock;
    }

    @Override
    public @Nullable EntityEntry entity(EntityLayout layout, RecordView view) {
        EntityType type = type(layout);
        if (lock.mode() == LockModeType.NONE) {
            return hydration.entityOfRow(transaction, type, view);
        }
        locks.check(type, lock);
        EntityEntry entry = hydration.ofRows(transaction, in -> hydration.entity(type, locked(type, view)));
        if (entry == null) {
            return null;
        }
        if (lock.isPessimistic()) {
            locks.lock(entry, lock);
        } else {
            locks.note(entry, lock);
        }
        return entry;
    }

    @SuppressWarnings("ReferenceEquality") // there is one layout for each entity
    private EntityType type(EntityLayout layout) {
        EntityType known = lastType;
        if (known == null || known.layout() != layout) {
            known = context.types().of(layout);
            lastType = known;
        }
        return known;
    }

    /** A record that is locked is read again: it may have changed until the lock was there. */
    private RecordView locked(EntityType type, RecordView view) {
        if (!lock.isPessimistic()) {
            return view;
        }
        Key key = type.layout().key(view);
        locks.lockRecord(type, key, lock, null);
        RecordView now = transaction.get(type.layout().table(), key);
        if (now == null) {
            throw new OptimisticLockException(ContextMessages.NOT_FOUND.text(
                    type.describe(type.layout().id().id(key))));
        }
        return now;
    }

    @Override
    public Object reference(EntityLayout layout, Key key) {
        return hydration
                .ofRows(
                        transaction,
                        in -> hydration.referred().reference(context.types().of(layout), key, true))
                .instance();
    }

    @Override
    public void fetched(EntityEntry owner, CollectionLocation location, Collection<?> elements) {
        Object value = owner.type().slot(location).get(owner.instance());
        if (value instanceof PersistentCollection collection) {
            CollectionState state = collection.dormouseState();
            if (!state.isLoaded()) {
                state.fill(elements);
            }
        }
    }

    @Override
    public void fetchedReference(EntityEntry owner, EntityLayout target) {
        TrackedAttributes tracked = TrackedAttributes.find(owner.instance());
        if (tracked != null) {
            for (UnloadedAttribute each : tracked.unloaded()) {
                if (owner.type().refersTo(each, target)) {
                    if (fetched.isEmpty()) {
                        fetched = new LinkedHashSet<>();
                    }
                    fetched.add(each);
                }
            }
        }
    }

    @Override
    public void complete() {
        boolean done = false;
        try {
            if (!fetched.isEmpty() || !hydration.completesAtOnce()) {
                hydration.ofRows(transaction, in -> {
                    hydration.attributes().loadFetched(fetched);
                    fetched = Set.of();
                    hydration.complete();
                    return true;
                });
            }
            done = true;
        } finally {
            if (!done) {
                hydration.abandon();
            }
        }
    }
}
