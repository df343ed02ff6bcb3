package dev.dormouse.store;

import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction: reads from snapshots, keeps flushed changes to itself until commit. Used by one thread at a time; not thread-safe.
 *
 * <p>Every read is a statement of its own: at {@link Isolation#READ_COMMITTED} it sees the newest committed state and this transaction's own changes.
 */
public interface StoreTransaction extends AutoCloseable {

    /** Returns the record with this primary key, or null. The view is good until the next call. */
    @Nullable
    RecordView get(TableDefinition table, Key key);

    /** Returns the records with these primary keys, retained, in their order; null where there is none. */
    default List<@Nullable RecordView> get(TableDefinition table, List<Key> keys) {
        List<@Nullable RecordView> views = new ArrayList<>(keys.size());
        for (Key key : keys) {
            RecordView view = get(table, key);
            views.add(view == null ? null : view.retain());
        }
        return views;
    }

    /**
     * Takes the changes of one flush. They are visible to this transaction only. Constraints are checked against what it sees, references at the end of the list.
     *
     * @throws ConstraintViolationException if a change violates a constraint; the transaction can then only roll back
     * @throws StaleRecordException if a guard fails already now
     */
    void apply(List<Change> changes);

    /**
     * As {@link #apply}, for the last changes: nothing but the commit is to follow. What would be looked up only to tell that a record is gone may be left to it.
     */
    default void applyLast(List<Change> changes) {
        apply(changes);
    }

    /**
     * Locks a record, whether it exists or not, until the end of the transaction.
     *
     * @param timeout zero for an immediate answer
     * @throws LockTimeoutException if another transaction keeps it for longer, or waits in a circle with this one
     */
    void lock(TableDefinition table, Key key, LockStrength strength, Duration timeout);

    /**
     * Makes the changes durable (as the store is configured) and visible, all or none; checks everything against the newest state first. The transaction is over in any case.
     *
     * @throws StaleRecordException if a guard fails
     * @throws ConstraintViolationException if a constraint does
     * @throws StoreException if the store fails; {@link StoreException#isOutcomeUnknown()} tells whether it may have committed
     */
    void commit();

    /** Forgets the changes and releases locks. */
    void rollback();

    /**
     * Tells whether it costs others nothing while it is between two statements, and each statement sees the newest state: then one that only reads may be kept for
     * later reads.
     */
    default boolean rests() {
        return false;
    }

    /** Tells whether neither commit nor rollback has been called. */
    boolean isActive();

    /** Rolls back if still active. Idempotent. */
    @Override
    void close();
}
