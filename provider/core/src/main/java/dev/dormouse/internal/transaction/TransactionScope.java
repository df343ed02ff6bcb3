package dev.dormouse.internal.transaction;

import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import jakarta.persistence.TransactionRequiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transactions of one entity manager, one at a time, and the short read-only ones between them. */
public final class TransactionScope {

    private enum State {
        INACTIVE,
        ACTIVE,
        FLUSHING,
        COMMITTING
    }

    private final Store store;
    private final TransactionOptions options;
    private final TransactionOptions readOptions;
    private final Confinement confinement;
    private final List<StoreTransaction> openReads = new ArrayList<>(0);
    private @Nullable ReadLease activeRead;

    /** A short transaction that rests, for the next read of the same thread. */
    private @Nullable ReadLease resting;

    private @Nullable Thread restingFor;
    private @Nullable Supplier<Participant> enlisted;
    private @Nullable Participant participant;
    private State state = State.INACTIVE;
    private @Nullable StoreTransaction current;
    private boolean rollbackOnly;
    private @Nullable Throwable rollbackCause;
    private @Nullable Integer timeout;
    private long begun;

    /**
     * Makes the scope of one entity manager.
     *
     * @param store where the data is
     * @param options how its transactions run
     * @param confinement which is bound to the thread of an active transaction
     */
    public TransactionScope(Store store, TransactionOptions options, Confinement confinement) {
        this.store = store;
        this.options = options;
        this.readOptions = new TransactionOptions(options.isolation(), true, options.commitTimeout());
        this.confinement = confinement;
    }

    /**
     * Sets who flushes before a commit and learns of the end; asked for when a transaction begins. Called before the first transaction, and again while the context of the
     * one before is empty.
     */
    public void enlist(Supplier<Participant> only) {
        enlisted = only;
        participant = state == State.INACTIVE ? null : only.get();
    }

    /** Returns the store. */
    public Store store() {
        return store;
    }

    /** Returns the guard of the entity manager. */
    public Confinement confinement() {
        return confinement;
    }

    /** Returns whether a transaction is active, also while it commits. */
    public boolean isActive() {
        return state != State.INACTIVE;
    }

    /** Begins a transaction. */
    public void begin() {
        if (state != State.INACTIVE) {
            throw new IllegalStateException(TransactionMessages.ALREADY_ACTIVE.text());
        }
        endResting();
        participant = enlisted == null ? null : enlisted.get();
        try {
            StoreTransaction started = store.begin(options);
            current = started;
            activeRead = new ReadLease(started, null);
        } catch (StoreException refused) {
            throw StoreFailures.translate(refused, null);
        }
        confinement.bind();
        begun = System.nanoTime();
        rollbackOnly = false;
        rollbackCause = null;
        state = State.ACTIVE;
    }

    /**
     * Returns the store transaction of the active transaction.
     *
     * @param operation what needs it, for the message
     * @throws TransactionRequiredException if there is none
     */
    public StoreTransaction require(String operation) {
        StoreTransaction active = current;
        if (active == null) {
            throw new TransactionRequiredException(TransactionMessages.TRANSACTION_REQUIRED.text(operation));
        }
        return active;
    }

    /** Returns the store transaction of the active transaction, or null. */
    public @Nullable StoreTransaction active() {
        return current;
    }

    /** Returns the store transaction for one read: the active one, or a short one that ends with the lease. */
    public ReadLease read() {
        ReadLease active = activeRead;
        if (active != null) {
            return active;
        }
        ReadLease known = resting;
        resting = null;
        if (known != null && restingFor == Thread.currentThread()) {
            return known;
        }
        if (known != null) {
            known.transaction().close();
        }
        return new ReadLease(store.begin(readOptions), this::ended);
    }

    /** Keeps a short transaction for the next read, if it costs nothing meanwhile. */
    private void ended(ReadLease read) {
        if (current == null && resting == null && read.transaction().rests()) {
            resting = read;
            restingFor = Thread.currentThread();
        } else {
            read.transaction().close();
        }
    }

    private void endResting() {
        ReadLease known = resting;
        resting = null;
        if (known != null) {
            known.transaction().close();
        }
    }

    /** As {@link #read()}, for a stream: a short transaction that is still open when the manager is closed ends with it. */
    public ReadLease stream() {
        if (activeRead != null) {
            return activeRead;
        }
        StoreTransaction shortOne = store.begin(readOptions);
        openReads.add(shortOne);
        return new ReadLease(shortOne, ended -> {
            openReads.remove(shortOne);
            shortOne.close();
        });
    }

    /** Ends the reads of streams that were left open, and what rests. */
    public void closeReads() {
        endResting();
        if (!openReads.isEmpty()) {
            List.copyOf(openReads).forEach(StoreTransaction::close);
            openReads.clear();
        }
    }

    /** Marks the active transaction, if there is one, for rollback because of a failure. */
    public void fail(Throwable cause) {
        if (state == State.ACTIVE || state == State.FLUSHING) {
            rollbackOnly = true;
            if (rollbackCause == null) {
                rollbackCause = cause;
            }
        }
    }

    /** Marks the active transaction for rollback. */
    public void setRollbackOnly() {
        if (state != State.FLUSHING) {
            checkActive("setRollbackOnly");
        }
        rollbackOnly = true;
    }

    /** Returns whether the active transaction is marked for rollback. */
    public boolean isRollbackOnly() {
        if (state != State.FLUSHING) {
            checkActive("getRollbackOnly");
        }
        return rollbackOnly;
    }

    /** Sets the timeout of this and later transactions in seconds; null for none. */
    public void setTimeout(@Nullable Integer seconds) {
        if (seconds != null && seconds < 0) {
            throw new IllegalArgumentException(TransactionMessages.WRONG_TIMEOUT.text(seconds));
        }
        timeout = seconds;
    }

    /** Returns the timeout in seconds, null for none. */
    public @Nullable Integer timeout() {
        return timeout;
    }

    /** Flushes, commits, and tells the participant; whatever fails rolls back. */
    public void commit() {
        checkActive("commit");
        if (rollbackOnly) {
            RollbackException refusal = markedForRollback();
            rollback();
            throw refusal;
        }
        StoreTransaction active = Objects.requireNonNull(current);
        boolean committed = false;
        try {
            flushForCommit();
            state = State.COMMITTING;
            active.commit();
            committed = true;
        } catch (RuntimeException thrown) {
            throw failed(thrown);
        } finally {
            if (active.isActive()) {
                active.rollback();
            }
            complete(committed);
        }
    }

    private void flushForCommit() {
        state = State.FLUSHING;
        checkTimeout();
        if (participant != null) {
            participant.flush();
        }
        checkTimeout();
        if (rollbackOnly) {
            throw markedForRollback();
        }
    }

    private RollbackException markedForRollback() {
        String why = rollbackCause == null ? "" : " by " + rollbackCause;
        return new RollbackException(TransactionMessages.MARKED_FOR_ROLLBACK.text(why), rollbackCause);
    }

    private RuntimeException failed(RuntimeException thrown) {
        if (thrown instanceof StoreException refused) {
            if (refused.isOutcomeUnknown()) {
                return new PersistenceException(
                        TransactionMessages.OUTCOME_UNKNOWN.text(refused.getMessage()), refused);
            }
            PersistenceException translated = StoreFailures.translate(refused, participant);
            return new RollbackException(TransactionMessages.COMMIT_FAILED.text(refused.getMessage()), translated);
        }
        return thrown instanceof RollbackException already
                ? already
                : new RollbackException(TransactionMessages.COMMIT_FAILED.text(thrown), thrown);
    }

    private void checkTimeout() {
        Integer limit = timeout;
        if (limit != null && limit > 0) {
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            if (seconds >= limit) {
                throw new RollbackException(TransactionMessages.TIMED_OUT.text(seconds, limit));
            }
        }
    }

    /** Rolls back and tells the participant. */
    public void rollback() {
        checkActive("rollback");
        state = State.COMMITTING;
        try {
            Objects.requireNonNull(current).rollback();
        } catch (StoreException failure) {
            throw StoreFailures.translate(failure, null);
        } finally {
            complete(false);
        }
    }

    private void complete(boolean committed) {
        current = null;
        activeRead = null;
        state = State.INACTIVE;
        confinement.unbind();
        if (participant != null) {
            participant.completed(committed);
        }
    }

    private void checkActive(String operation) {
        if (state != State.ACTIVE) {
            throw new IllegalStateException(TransactionMessages.NOT_ACTIVE.text(operation));
        }
    }
}
