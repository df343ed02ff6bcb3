package dev.dormouse.internal.transaction;

import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.StoreException;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import org.jspecify.annotations.Nullable;

/** The one table from what a store refuses to what the specification names (section 3.12). */
public final class StoreFailures {

    private StoreFailures() {}

    /**
     * Translates a failure of a read, a flush or a commit.
     *
     * @param participant who knows the entity behind a record, null if nobody does
     */
    public static PersistenceException translate(StoreException failure, @Nullable Participant participant) {
        if (failure instanceof StaleRecordException stale) {
            Object entity = participant == null ? null : participant.managed(stale.table(), stale.key());
            return new OptimisticLockException(stale.getMessage(), stale, entity);
        }
        if (failure instanceof ConstraintViolationException violation) {
            return violation.kind() == ConstraintViolationException.Kind.PRIMARY_KEY
                    ? new EntityExistsException(violation.getMessage(), violation)
                    : new PersistenceException(violation.getMessage(), violation);
        }
        if (failure instanceof dev.dormouse.store.LockTimeoutException) {
            return new PessimisticLockException(failure.getMessage(), failure);
        }
        return new PersistenceException(failure.getMessage(), failure);
    }

    /**
     * Translates a failure to lock one record, after which the transaction goes on.
     *
     * @param entity the entity that was to be locked, null if it is not in memory
     */
    public static PersistenceException translateLock(StoreException failure, @Nullable Object entity) {
        return failure instanceof dev.dormouse.store.LockTimeoutException
                ? new LockTimeoutException(failure.getMessage(), failure, entity)
                : translate(failure, null);
    }
}
