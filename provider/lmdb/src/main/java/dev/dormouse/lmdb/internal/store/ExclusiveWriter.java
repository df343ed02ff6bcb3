package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The writer in the hands of one thread, outside of any batch: from begin to end on this thread. */
public final class ExclusiveWriter implements AutoCloseable {

    private final LmdbMapStore store;
    private final Runnable release;
    private final WriteTransaction transaction;
    private @Nullable Runnable whenCommitted;
    private boolean ended;

    private ExclusiveWriter(LmdbMapStore store, Runnable release, WriteTransaction transaction) {
        this.store = store;
        this.release = release;
        this.transaction = transaction;
    }

    /** Begins; {@code release} is called at the end, and at once if it cannot begin. */
    static ExclusiveWriter begin(LmdbMapStore store, Runnable release) {
        try {
            WriteTransaction transaction = new WriteTransaction(store.environment(), new KeyMemory());
            store.begin(transaction);
            return new ExclusiveWriter(store, release, transaction);
        } catch (NativeException e) {
            release.run();
            throw NativeFailures.mapped(e, store.environment().options().folder());
        } catch (RuntimeException | Error e) {
            release.run();
            throw e;
        }
    }

    /** Says what to do after the commit and before anybody else writes; it must not fail. */
    public void whenCommitted(Runnable action) {
        whenCommitted = action;
    }

    /** Returns the native transaction. */
    public WriteTransaction transaction() {
        return transaction;
    }

    /**
     * Makes durable what was written, as the store is configured, and ends.
     *
     * @throws NativeException if the map is full, for whoever can make it larger
     * @throws StoreException if it fails otherwise; nothing has happened then, unless the outcome is unknown
     */
    public void commit() {
        boolean committing = false;
        boolean committed = false;
        try {
            store.run(newest -> store.commits().addOther(newest.version() + 1));
            store.finish();
            committing = true;
            transaction.commit();
            committed = true;
            store.committed();
            Runnable action = whenCommitted;
            if (action != null) {
                action.run();
            }
        } catch (NativeException e) {
            if (e.kind() == NativeException.Kind.MAP_FULL) {
                throw e;
            }
            Environment environment = store.environment();
            Object folder = environment.options().folder();
            transaction.close();
            throw committing
                    ? NativeFailures.duringCommit(e, folder, environment.hasStopped())
                    : NativeFailures.mapped(e, folder);
        } finally {
            end(committed);
        }
    }

    /** Forgets what was written, unless it was committed. */
    @Override
    public void close() {
        end(false);
    }

    private void end(boolean committed) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            transaction.close();
            if (!committed) {
                store.aborted();
            }
        } finally {
            release.run();
        }
    }
}
