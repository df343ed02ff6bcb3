package dev.dormouse.store.writeset;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.Change;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreFeatures;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.lock.LockOwner;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.MalformedKeyException;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A transaction over ordered maps: reads from a snapshot with its own write set over it, and hands the write set to the store's writer at commit. A
 * statement takes the newest snapshot at read-committed, unless a cursor is open, whose snapshot it then shares.
 */
public final class WriteSetTransaction implements StoreTransaction {

    private enum State {
        ACTIVE,
        FAILED,
        ENDED
    }

    private final MapStore store;
    private final StoreFeatures features;
    private final TransactionOptions options;
    private @Nullable WriteSet writes;
    private final List<OpenScan> scans = new ArrayList<>(0);
    private final KeyBuffer key = new KeyBuffer(16);
    private final boolean restsBetweenStatements;
    private final @Nullable ReadSet reads;
    private @Nullable LockOwner owner;
    private CommitLog.@Nullable Reader reader;
    private @Nullable Snapshot snapshot;
    private @Nullable IndexedMaps maps;
    private State state = State.ACTIVE;
    private @Nullable Companion companion;
    private boolean committed;

    /** Whether the snapshot is read from; a statement that failed never ends. */
    private boolean isReading;

    /** The version that the last scan saw: what changed since then must not be overwritten unseen by a statement that it served. */
    private long lastScan = -1;

    /**
     * Begins a transaction. Costs nothing until its first use.
     *
     * @throws StoreException if the store has no such isolation level
     */
    public WriteSetTransaction(MapStore store, StoreFeatures features, TransactionOptions options) {
        if (!features.isolations().contains(options.isolation())) {
            throw new StoreException(
                    StoreMessages.NO_SUCH_ISOLATION.text(options.isolation(), features.name(), features.isolations()));
        }
        this.store = store;
        this.features = features;
        this.options = options;
        this.restsBetweenStatements = options.isolation() == Isolation.READ_COMMITTED;
        this.reads = options.isolation() == Isolation.SERIALIZABLE && !options.readOnly() ? new ReadSet() : null;
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

    /** Begins a statement, or goes on with the one whose cursors are open, and returns what it sees. */
    private IndexedMaps statement() {
        checkActive();
        if (snapshot != null && restsBetweenStatements && scans.isEmpty()) {
            wake(snapshot);
        }
        isReading = true;
        return maps == null ? open() : maps;
    }

    private void wake(Snapshot resting) {
        boolean there = resting.resume();
        if (!there || store.version() != resting.version()) {
            if (there) {
                resting.close();
            }
            snapshot = null;
            maps = null;
        }
    }

    private void statementEnded() {
        if (snapshot != null && restsBetweenStatements && scans.isEmpty()) {
            snapshot.rest();
            isReading = false;
        }
    }

    private IndexedMaps open() {
        IndexedMaps view = snapshot();
        WriteSet own = writes;
        if (own != null && !own.isEmpty()) {
            view = new MergedMaps(view, own);
        }
        if (reads != null) {
            view = new RecordingMaps(view, reads);
        }
        maps = view;
        return view;
    }

    private Snapshot snapshot() {
        if (snapshot == null) {
            if (!options.readOnly()) {
                watch();
            }
            snapshot = store.snapshot();
        }
        return snapshot;
    }

    /** Asks to be told of all commits after the snapshot that is about to be taken. */
    private CommitLog.Reader watch() {
        if (reader == null) {
            reader = store.commits().open(store.version(), reads != null);
        } else if (writes != null && writes.needsHistory()) {
            return reader;
        } else {
            reader.since(lastScan >= 0 ? lastScan : store.version());
        }
        return reader;
    }

    /**
     * Opens a cursor: the statement lasts until {@link #scanClosed} is called for all that are open.
     *
     * @return what the cursor reads from
     */
    public IndexedMaps scanOpened(OpenScan scan) {
        IndexedMaps view = statement();
        scans.add(scan);
        snapshot().openFor(scan);
        lastScan = view.version();
        return view;
    }

    /** Tells that a cursor is closed. */
    public void scanClosed(OpenScan scan) {
        scans.remove(scan);
        statementEnded();
    }

    @Override
    public @Nullable RecordView get(TableDefinition table, Key primaryKey) {
        IndexedMaps view = statement();
        encode(table, primaryKey);
        RecordView record = view.take(table, key);
        statementEnded();
        return record;
    }

    @Override
    public List<@Nullable RecordView> get(TableDefinition table, List<Key> keys) {
        IndexedMaps view = statement();
        List<@Nullable RecordView> records = new ArrayList<>(keys.size());
        for (Key each : keys) {
            encode(table, each);
            records.add(view.take(table, key));
        }
        statementEnded();
        return records;
    }

    /** Returns how many records of a table this transaction sees. */
    public long count(TableDefinition table) {
        IndexedMaps view = statement();
        lastScan = view.version();
        long count = view.count(table);
        statementEnded();
        return count;
    }

    private void encode(TableDefinition table, Key primaryKey) {
        try {
            KeyEncoder.primaryKey(key.clear(), table, primaryKey);
        } catch (MalformedKeyException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void apply(List<Change> changes) {
        apply(changes, false);
    }

    @Override
    public void applyLast(List<Change> changes) {
        apply(changes, true);
    }

    private void apply(List<Change> changes, boolean isLast) {
        checkWritable("flush");
        WriteSet own = writes();
        boolean everythingUnchanged = !restsBetweenStatements;
        if (everythingUnchanged || dependsOnSnapshot(changes)) {
            own.needHistory();
        }
        statement();
        Snapshot current = snapshot();
        long since = lastScan >= 0 ? lastScan : current.version();
        state = State.FAILED;
        try {
            Flush.Demands demands = new Flush.Demands(features.maximalKeyLength(), everythingUnchanged, since, isLast);
            new Flush(own, current, store, demands).run(changes);
            own.spill();
            state = State.ACTIVE;
        } catch (MalformedKeyException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        } finally {
            maps = null;
            statementEnded();
        }
    }

    private WriteSet writes() {
        WriteSet present = writes;
        if (present == null) {
            present = new WriteSet(store);
            writes = present;
        }
        return present;
    }

    private static boolean dependsOnSnapshot(List<Change> changes) {
        for (Change change : changes) {
            if (guard(change) instanceof Change.Guard.Unchanged) {
                return true;
            }
        }
        return false;
    }

    private static Change.@Nullable Guard guard(Change change) {
        if (change instanceof Change.Patch patch) {
            return patch.guard();
        }
        if (change instanceof Change.Delete delete) {
            return delete.guard();
        }
        return change instanceof Change.Verify verify ? verify.guard() : null;
    }

    @Override
    public void lock(TableDefinition table, Key primaryKey, LockStrength strength, Duration timeout) {
        checkWritable("lock");
        encode(table, primaryKey);
        CommitLog.RecordId id = new CommitLog.RecordId(table.id(), key.toBytes());
        store.locks().lock(owner(), id, table.name() + " " + KeyTexts.of(primaryKey), strength, timeout);
        store.awaitRunningCommits(options.commitTimeout());
    }

    private LockOwner owner() {
        if (owner == null) {
            owner = new LockOwner();
        }
        return owner;
    }

    /** Returns what commits and rolls back with this transaction, made by the first that asks. */
    public <T extends Companion> T companion(Class<T> type, Supplier<T> maker) {
        checkActive();
        Companion present = companion;
        if (present == null) {
            present = maker.get();
            companion = present;
        }
        return type.cast(present);
    }

    /** Says that some of its changes must not happen: it can then only roll back. */
    public void fail() {
        checkActive();
        state = State.FAILED;
    }

    /** Tells whether changes are refused. */
    public boolean isReadOnly() {
        return options.readOnly();
    }

    @Override
    public void commit() {
        if (state == State.FAILED) {
            rollback();
            throw new StoreException(StoreMessages.FLUSH_FAILED.text("commit"));
        }
        checkActive();
        try {
            long version = snapshot == null ? store.version() : snapshot.version();
            endReads();
            Companion beside = companion;
            boolean alone = beside == null || beside.isEmpty();
            if ((writes != null && !writes.isEmpty()) || !alone) {
                Commit own = new Commit(writes(), reads, version, store.commits(), watch(), store.locks(), owner());
                commit(alone ? own : together(beside, own));
            }
            committed = true;
        } finally {
            end();
        }
    }

    private static CommitUnit together(@Nullable Companion beside, Commit own) {
        return newest -> {
            if (beside != null) {
                beside.run(newest);
            }
            own.run(newest);
        };
    }

    private void commit(CommitUnit unit) {
        long deadline = System.nanoTime() + options.commitTimeout().toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            try {
                store.commit(unit, left);
                return;
            } catch (Commit.LockedRecordException e) {
                String name = e.table().name() + " " + KeyTexts.of(KeyTexts.decoded(e.table(), e.id().key()));
                store.locks().lock(owner(), e.id(), name, LockStrength.EXCLUSIVE, left);
            }
        }
    }

    @Override
    public void rollback() {
        if (state != State.ENDED) {
            endReads();
            end();
        }
    }

    private void endReads() {
        state = State.ENDED;
        if (!scans.isEmpty()) {
            List<OpenScan> open = new ArrayList<>(scans);
            scans.clear();
            open.forEach(OpenScan::end);
        }
        maps = null;
        if (snapshot != null) {
            snapshot.close();
            snapshot = null;
        }
        if (companion != null) {
            companion.endReads();
        }
    }

    private void end() {
        if (writes != null) {
            writes.close();
        }
        if (owner != null) {
            store.locks().releaseAll(owner);
        }
        if (reader != null) {
            store.commits().close(reader);
        }
        if (companion != null) {
            companion.ended(committed);
        }
    }

    @Override
    public boolean rests() {
        return restsBetweenStatements && state == State.ACTIVE && !isReading && scans.isEmpty();
    }

    @Override
    public boolean isActive() {
        return state != State.ENDED;
    }

    @Override
    public void close() {
        rollback();
    }
}
