package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.LockTimeoutException;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.WellFormed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** One transaction. */
public final class MongoTransaction implements StoreTransaction {

    private enum State {
        ACTIVE,
        FAILED,
        OVER
    }

    private final Workplace place;
    private final TransactionOptions options;
    private final Set<MongoTransaction> open;
    private final boolean transactional;
    private final Statement statement;
    private final Locks locks;
    private final List<OpenFind> finds = new ArrayList<>();
    private @Nullable ServerTransaction server;
    private State state = State.ACTIVE;

    /**
     * Begins one; nothing is sent yet.
     *
     * @param open where it stands while the server has a transaction for it
     */
    public MongoTransaction(Workplace place, TransactionOptions options, Set<MongoTransaction> open) {
        this.place = place;
        this.open = open;
        this.options = options;
        this.transactional = place.connection().options().transactional();
        this.statement = new Statement(place);
        this.locks = new Locks(place);
    }

    private void checkActive() {
        if (state != State.ACTIVE) {
            throw new StoreException(
                    state == State.FAILED
                            ? StoreMessages.FLUSH_FAILED.text("flush failed")
                            : StoreMessages.NOT_ACTIVE.text("committed or rolled back"));
        }
    }

    private void checkWritable(String what) {
        checkActive();
        if (options.readOnly()) {
            throw new StoreException(StoreMessages.READ_ONLY.text(what));
        }
    }

    private ServerTransaction begun() {
        if (server == null) {
            server = new ServerTransaction(place, locks, options.commitTimeout());
            open.add(this);
        }
        return server;
    }

    /** Returns the server's session, beginning its transaction; empty where the server has none. */
    public Optional<ClientSession> session() {
        checkActive();
        return transactional ? Optional.of(begun().handOut()) : Optional.empty();
    }

    // Reads

    @Override
    public @Nullable RecordView get(TableDefinition table, Key key) {
        checkActive();
        TableForm form = place.forms().form(place.newest(table));
        RawBsonDocument document = read(table, own -> one(own, form, key));
        return document == null ? null : form.view(document);
    }

    private @Nullable RawBsonDocument one(@Nullable ClientSession own, TableForm form, Key key) {
        MongoCollection<RawBsonDocument> collection = place.forms().collection(form.table());
        FindIterable<RawBsonDocument> found =
                own == null ? collection.find(form.byKey(key)) : collection.find(own, form.byKey(key));
        return found.limit(-1).first();
    }

    @Override
    public List<@Nullable RecordView> get(TableDefinition table, List<Key> keys) {
        checkActive();
        if (keys.isEmpty()) {
            return List.of();
        }
        TableForm form = place.forms().form(place.newest(table));
        Map<Key, RecordView> found = read(table, own -> {
            MongoCollection<RawBsonDocument> collection = place.forms().collection(form.table());
            Map<Key, RecordView> views = new HashMap<>();
            (own == null ? collection.find(form.byKeys(keys)) : collection.find(own, form.byKeys(keys)))
                    .batchSize(keys.size() + 1)
                    .forEach(document -> {
                        RecordView view = form.view(document);
                        views.put(form.table().keyOf(view), view);
                    });
            return views;
        });
        List<@Nullable RecordView> views = new ArrayList<>(keys.size());
        keys.forEach(key -> views.add(found.get(key)));
        return views;
    }

    private boolean isInside() {
        return server != null || (transactional && options.isolation() == Isolation.SNAPSHOT);
    }

    private <T extends @Nullable Object> T read(TableDefinition table, Function<@Nullable ClientSession, T> work) {
        try {
            if (isInside()) {
                begun().use(table.id());
                return begun().read(work);
            }
            return work.apply(null);
        } catch (MongoException e) {
            throw readFailure(e, table);
        }
    }

    private StoreException readFailure(MongoException error, TableDefinition table) {
        if (server != null) {
            fail();
        }
        if (DriverFailures.isWriteConflict(error)) {
            return interrupted(new StoreException(MongoMessages.TRANSACTION_LOST.text(table.name()), error));
        }
        return mapped(error, table.name());
    }

    private StoreException mapped(MongoException error, String place) {
        StoreException failure = DriverFailures.mapped(error, place);
        return DriverFailures.isTransient(error) ? interrupted(failure) : failure;
    }

    /** Lets work be done again, of which nothing was kept, where the settings say so. */
    private StoreException interrupted(StoreException failure) {
        if (transactional && place.connection().options().retriesWork()) {
            failure.repeatWork();
        }
        return failure;
    }

    /** Runs the find of a statement: inside the server's transaction if it has begun, else on the statement's snapshot. */
    public <T> T find(OpenFind find, TableForm form, Function<@Nullable ClientSession, T> work) {
        checkActive();
        if (!finds.contains(find)) {
            if (finds.isEmpty()) {
                statement.end();
            }
            finds.add(find);
        }
        TableDefinition table = form.table();
        if (isInside() || !transactional) {
            return read(table, work);
        }
        try {
            return work.apply(statement.session());
        } catch (MongoException e) {
            throw DriverFailures.mapped(e, table.name());
        }
    }

    /** Returns the newest form of a table. */
    public TableForm form(TableDefinition table) {
        checkActive();
        return place.forms().form(place.newest(table));
    }

    /** Returns the collection of a table. */
    public MongoCollection<RawBsonDocument> collection(TableDefinition table) {
        return place.forms().collection(table);
    }

    /** Forgets a find that was closed. */
    public void closed(OpenFind find) {
        finds.remove(find);
    }

    // Writes

    @Override
    public void apply(List<Change> changes) {
        checkWritable("changes");
        if (changes.isEmpty()) {
            return;
        }
        try {
            finds.forEach(OpenFind::fetchRest);
            changes.forEach(this::prepare);
            if (!transactional) {
                new Flush(place, locks, null).run(changes);
                return;
            }
            boolean first = server == null;
            begun().flush(changes);
            if (first) {
                statement.checkUnchanged(changes, begun());
            }
        } catch (ConflictException e) {
            throw conflict(e);
        } catch (MongoException e) {
            fail();
            throw mapped(e, changes.get(0).table().name());
        } catch (StaleRecordException e) {
            fail();
            throw interrupted(e);
        } catch (RuntimeException | Error e) {
            fail();
            throw e;
        }
    }

    /**
     * Updates what a filter finds by one command; empty where that is not to be had, so that the records must be read: then nothing was done. What the server refuses, it
     * refuses with the whole transaction, so this is tried only where the transaction can begin again.
     */
    public OptionalLong update(ManyUpdate update) {
        checkWritable("changes");
        if (!transactional || locks.reader() != null || (server != null && !server.isRepeatable())) {
            return OptionalLong.empty();
        }
        finds.forEach(OpenFind::fetchRest);
        try {
            return OptionalLong.of(begun().update(update));
        } catch (MongoException refused) {
            undo(update.form().table());
            return OptionalLong.empty();
        }
    }

    /** Begins again; where nothing had been written, with the next that is. */
    private void undo(TableDefinition table) {
        ServerTransaction begun = begun();
        if (begun.isFresh()) {
            begun.close();
            server = null;
            open.remove(this);
            return;
        }
        try {
            begun.restart();
        } catch (ConflictException e) {
            throw conflict(e);
        } catch (MongoException e) {
            fail();
            throw mapped(e, table.name());
        } catch (RuntimeException e) {
            fail();
            throw e;
        }
    }

    private void prepare(Change change) {
        TableDefinition table = place.newest(change.table());
        if (change instanceof Change.Insert insert) {
            if (table.rowNumbered() && insert.record().get(table.primaryKey().get(0)) == null) {
                insert.record().set(table.primaryKey().get(0), place.counters().nextRow(table));
            }
            WellFormed.check(table, insert.record());
        } else if (change instanceof Change.Patch patch) {
            for (FieldChange field : patch.fields()) {
                WellFormed.check(table, field);
            }
        }
    }

    private StoreException conflict(ConflictException conflict) {
        fail();
        Change first = conflict.changes().get(0);
        Optional<Change> locked = locks.heldByOthers(conflict.changes());
        if (locked.isPresent()) {
            return interrupted(new LockTimeoutException(MongoMessages.LOCKED.text(
                    WriteFailures.key(locked.get()), locked.get().table())));
        }
        Key key = WriteFailures.key(first);
        StaleRecordException stale =
                new StaleRecordException(first.table().name(), key, MongoMessages.CONFLICT.text(key, first.table()));
        stale.initCause(conflict.getCause());
        return interrupted(stale);
    }

    private void fail() {
        state = State.FAILED;
        if (server != null) {
            server.abort();
        }
    }

    // Locks

    @Override
    public void lock(TableDefinition table, Key key, LockStrength strength, Duration timeout) {
        checkWritable("lock");
        TableDefinition newest = place.newest(table);
        long deadline = System.nanoTime() + timeout.toNanos();
        LockStrength granted = strength;
        if (server != null && !locks.isHeld(newest, key)) {
            // The mark of a shared lock would conflict with this transaction's snapshot; the stronger one may be given
            // instead.
            granted = LockStrength.EXCLUSIVE;
        }
        locks.acquire(newest, key, granted, timeout);
        if (granted == LockStrength.EXCLUSIVE && transactional) {
            try {
                new Fence(place, begun(), newest, key).put(deadline);
            } catch (LockTimeoutException e) {
                // Where nothing was lost, the transaction goes on.
                if (!begun().isFresh()) {
                    fail();
                }
                throw e;
            } catch (MongoException e) {
                fail();
                throw DriverFailures.mapped(e, table.name());
            }
        }
    }

    // The end

    @Override
    public void commit() {
        checkActive();
        state = State.OVER;
        try {
            if (server != null) {
                server.commit();
            }
        } catch (ConflictException e) {
            throw conflictAtCommit(e);
        } catch (MongoException e) {
            if (DriverFailures.isWriteConflict(e)) {
                throw interrupted(new StoreException(MongoMessages.TRANSACTION_LOST.text("commit"), e));
            }
            StoreException failure =
                    DriverFailures.duringCommit(e, place.connection().address().toString());
            throw DriverFailures.isTransient(e) && !failure.isOutcomeUnknown() ? interrupted(failure) : failure;
        } finally {
            end();
        }
    }

    private StoreException conflictAtCommit(ConflictException e) {
        StoreException failure = conflict(e);
        state = State.OVER;
        return failure;
    }

    @Override
    public void rollback() {
        if (state == State.OVER) {
            throw new StoreException(StoreMessages.NOT_ACTIVE.text("committed or rolled back"));
        }
        state = State.OVER;
        end();
    }

    private void end() {
        List.copyOf(finds).forEach(OpenFind::end);
        finds.clear();
        statement.end();
        if (server != null) {
            server.close();
            server = null;
        }
        open.remove(this);
        locks.release();
    }

    /** Ends what was forgotten when the store is closed. */
    public void abandon() {
        state = State.OVER;
        end();
    }

    @Override
    public boolean isActive() {
        return state != State.OVER;
    }

    @Override
    public void close() {
        if (state != State.OVER) {
            rollback();
        }
    }
}
