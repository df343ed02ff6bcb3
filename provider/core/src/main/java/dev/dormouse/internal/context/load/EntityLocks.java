package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.internal.transaction.StoreFailures;
import dev.dormouse.internal.transaction.TransactionScope;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Locks entities (section 3.5): in the store at once for a pessimistic mode, by what the flush will check for an optimistic one. */
public final class EntityLocks {

    private final TransactionScope scope;

    /** Makes the locks of one entity manager. */
    public EntityLocks(TransactionScope scope) {
        this.scope = scope;
    }

    /** Refuses what cannot be locked, before anything is read: no transaction, or a mode that needs a version where there is none. */
    public void check(EntityType type, LockRequest request) {
        if (request.mode() == LockModeType.NONE) {
            return;
        }
        scope.require("lock " + request.mode());
        if (request.needsVersion() && type.layout().version().isEmpty()) {
            throw new PersistenceException(ContextMessages.NO_VERSION.text(type.name(), request.mode()));
        }
    }

    /**
     * Locks the record of a key in the store, if the mode is pessimistic.
     *
     * @param entity the entity, null if it is not in memory
     */
    void lockRecord(EntityType type, Key key, LockRequest request, @Nullable Object entity) {
        if (!request.isPessimistic()) {
            return;
        }
        LockStrength strength =
                request.mode() == LockModeType.PESSIMISTIC_READ ? LockStrength.SHARED : LockStrength.EXCLUSIVE;
        try {
            scope.require("lock " + request.mode()).lock(type.layout().table(), key, strength, request.timeout());
        } catch (StoreException refused) {
            throw StoreFailures.translateLock(refused, entity);
        }
    }

    /** Locks a managed entity whose state is in memory: also proves that its version is the stored one. */
    public void lock(EntityEntry entry, LockRequest request) {
        check(entry.type(), request);
        Key key = entry.key();
        if (request.isPessimistic() && key != null && entry.isStored()) {
            lockRecord(entry.type(), key, request, entry.instance());
            checkVersion(entry, key);
        }
        note(entry, request);
    }

    /** Remembers a lock that the store has given, or that the flush has to check. */
    void note(EntityEntry entry, LockRequest request) {
        LockModeType mode = request.mode();
        LockModeType before = entry.lockMode();
        if (rank(mode) <= rank(before)) {
            return;
        }
        entry.lockMode(mode);
        if (mode == LockModeType.OPTIMISTIC_FORCE_INCREMENT || mode == LockModeType.PESSIMISTIC_FORCE_INCREMENT) {
            entry.forcesIncrement(before != LockModeType.OPTIMISTIC_FORCE_INCREMENT || entry.forcesIncrement());
        }
    }

    private void checkVersion(EntityEntry entry, Key key) {
        StoreTransaction transaction = scope.require("lock");
        RecordView now = transaction.get(entry.type().layout().table(), key);
        if (now == null) {
            throw new EntityNotFoundException(ContextMessages.NOT_FOUND.text(entry.describe()));
        }
        Optional<VersionLayout> version = entry.type().layout().version();
        if (version.isPresent() && entry.isLoaded()) {
            Object read = entry.version(version.get());
            Object stored = version.get().of(now);
            if (!Objects.equals(read, stored)) {
                throw new OptimisticLockException(
                        ContextMessages.STALE_LOCK.text(entry.describe(), read, stored), null, entry.instance());
            }
        }
    }

    private static int rank(LockModeType mode) {
        return switch (mode) {
            case NONE -> 0;
            case OPTIMISTIC, READ -> 1;
            case OPTIMISTIC_FORCE_INCREMENT, WRITE -> 2;
            case PESSIMISTIC_READ -> 3;
            case PESSIMISTIC_WRITE -> 4;
            case PESSIMISTIC_FORCE_INCREMENT -> 5;
        };
    }
}
