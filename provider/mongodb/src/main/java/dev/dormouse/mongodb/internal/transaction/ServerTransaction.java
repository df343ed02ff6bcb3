package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.Change;
import dev.dormouse.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The server's side of a transaction: begins when it is made. Where the server, or the way to it, ends it for reasons of its own, it begins again and plays its
 * flushes again, unless something was read since: the caller may have decided by what it read.
 */
final class ServerTransaction implements AutoCloseable {

    private static final long LONGEST_WAIT_FOR_WRITER = 16;

    private final Workplace place;
    private final Locks locks;
    private final Duration patience;
    private final ClientSession session;
    private final List<Consumer<ClientSession>> written = new ArrayList<>();
    private final Set<Integer> tables = new HashSet<>();
    private final Thread user = Thread.currentThread();
    private boolean readSince;

    ServerTransaction(Workplace place, Locks locks, Duration patience) {
        this.place = place;
        this.locks = locks;
        this.patience = patience;
        this.session = DriverFailures.guarded(
                place.connection().address().toString(),
                () -> place.connection().client().startSession());
        begin();
    }

    private void begin() {
        session.startTransaction(TransactionOptions.builder()
                .readConcern(ReadConcern.SNAPSHOT)
                .readPreference(ReadPreference.primary())
                .writeConcern(place.connection().database().getWriteConcern())
                .maxCommitTime(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS)
                .build());
    }

    ClientSession session() {
        return session;
    }

    /** Gives the session to the user, after which nothing can be played again: what the user does with it is not known. */
    ClientSession handOut() {
        readSince = true;
        return session;
    }

    /** Tells whether nothing was flushed or read yet. */
    boolean isFresh() {
        return written.isEmpty() && !readSince;
    }

    /** Notes that a table is held on the server until the end. */
    void use(int table) {
        if (tables.add(table)) {
            place.tables().enter(table);
        }
    }

    /** Reads inside the transaction. */
    <T> T read(Function<ClientSession, T> work) {
        T result = repeated(work);
        readSince = true;
        return result;
    }

    /** Sends the changes of a flush. */
    void flush(List<Change> changes) {
        changes.forEach(change -> use(change.table().id()));
        Consumer<ClientSession> flush = own -> new Flush(place, locks, own).run(changes);
        repeated(own -> {
            flush.accept(own);
            return true;
        });
        written.add(flush);
    }

    /** Tells whether all that was done can be done again. */
    boolean isRepeatable() {
        return !readSince;
    }

    /** Updates many and returns how many, which must be as many if it is played again. */
    long update(ManyUpdate update) {
        use(update.form().table().id());
        long count = update.run(place, session);
        written.add(own -> repeat(update, own, count));
        return count;
    }

    private void repeat(ManyUpdate update, ClientSession own, long expected) {
        String table = update.form().table().name();
        long count;
        try {
            count = update.run(place, own);
        } catch (MongoException e) {
            if (DriverFailures.isTransient(e)) {
                throw e;
            }
            throw new StoreException(MongoMessages.TRANSACTION_LOST.text(table), e);
        }
        if (count != expected) {
            throw new StoreException(MongoMessages.TRANSACTION_LOST.text(table));
        }
    }

    /** Does something inside the transaction that is no read and leaves nothing behind, such as keeping others from a record. */
    <T> T touch(Function<ClientSession, T> work) {
        T result = repeated(work);
        readSince = true;
        return result;
    }

    private <T> T repeated(Function<ClientSession, T> work) {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = 1;
        boolean again = false;
        while (true) {
            try {
                if (again) {
                    restart();
                }
                return work.apply(session);
            } catch (MongoException e) {
                if (!DriverFailures.isTransient(e) || readSince || System.nanoTime() > deadline) {
                    throw e;
                }
            } catch (ConflictException e) {
                // The other may be about to end; a new index looks like a conflict as well.
                if (readSince || pause > LONGEST_WAIT_FOR_WRITER) {
                    throw e;
                }
            }
            pause(pause);
            pause = Math.min(100, pause * 2);
            again = true;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins again, with all that was written. */
    void restart() {
        abort();
        begin();
        written.forEach(write -> write.accept(session));
    }

    /** Forgets everything and begins again. */
    void startOver() {
        abort();
        written.clear();
        readSince = false;
        begin();
    }

    /** Commits; where the outcome is unknown, asks again until it is known or the time is up. */
    void commit() {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean again = false;
        while (true) {
            try {
                if (again) {
                    restart();
                }
                commitUntilKnown(deadline);
                return;
            } catch (MongoException e) {
                if (!DriverFailures.isTransient(e) || readSince || System.nanoTime() > deadline) {
                    throw e;
                }
                again = true;
            }
        }
    }

    private void commitUntilKnown(long deadline) {
        long pause = 1;
        while (true) {
            try {
                session.commitTransaction();
                return;
            } catch (MongoException e) {
                if (!e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                        || System.nanoTime() > deadline) {
                    throw e;
                }
                pause(pause);
                pause = Math.min(100, pause * 2);
            }
        }
    }

    void abort() {
        if (session.hasActiveTransaction()) {
            try {
                session.abortTransaction();
            } catch (MongoException e) {
                // The server ends by itself what cannot be reached.
                System.getLogger(ServerTransaction.class.getName())
                        .log(System.Logger.Level.DEBUG, "abort was not answered", e);
            }
        }
    }

    /** Aborts if still active and gives everything back. Idempotent. */
    @Override
    public void close() {
        abort();
        session.close();
        tables.forEach(table -> place.tables().leave(table, user));
        tables.clear();
    }
}
