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
    private final WriteSet writes = new WriteSet();
    private final List<OpenScan> scans = new ArrayList<>(4);
    private final KeyBuffer key = new KeyBuffer();
    private final @Nullable ReadSet reads;
    private @Nullable LockOwner owner;
    private CommitLog.@Nullable Reader reader;
    private @Nullable Snapshot snapshot;
    private @Nullable IndexedMaps maps;
    private State state = State.ACTIVE;

    /**
     * Begins a transaction. Costs nothing until its first use.
     *
     * @throws StoreException if the store has no such isolation level
     */
    public WriteSetTransaction(MapStore store, StoreFeatures features, TransactionOptions options) {
        if (!features.isolations().contains(options.isolation())) {
            throw new StoreException(StoreMessages.NO_SUCH_ISOLATION.text(
                    options.isolation(), features.name(), features.isolations()));
        }
        this.store = store;
        this.features = features;
        this.options = options;
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
        if (snapshot != null
                && options.isolation() == Isolation.READ_COMMITTED
                && scans.isEmpty()
                && store.version() != snapshot.version()) {
            snapshot.close();
            snapshot = null;
            maps = null;
        }
        return maps == null ? open() : maps;
    }

    private IndexedMaps open() {
        IndexedMaps view = snapshot();
        if (!writes.isEmpty()) {
            view = new MergedMaps(view, writes);
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
        } else if (writes.needsHistory()) {
            return reader;
        } else {
            reader.since(store.version());
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
        return view;
    }

    /** Tells that a cursor is closed. */
    public void scanClosed(OpenScan scan) {
        scans.remove(scan);
    }

    @Override
    public @Nullable RecordView get(TableDefinition table, Key primaryKey) {
        IndexedMaps view = statement();
        encode(table, primaryKey);
        return view.get(table, key);
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
        checkWritable("flush");
        if (changes.isEmpty()) {
            return;
        }
        boolean dependsOnSnapshot = dependsOnSnapshot(changes);
        if (snapshot == null || !dependsOnSnapshot) {
            statement();
        }
        boolean unchanged = options.isolation() != Isolation.READ_COMMITTED;
        state = State.FAILED;
        try {
            new Flush(writes, snapshot(), features.maximalKeyLength(), unchanged, store::nextRowNumber).run(changes);
            if (unchanged || dependsOnSnapshot) {
                writes.needHistory();
            }
            state = State.ACTIVE;
        } catch (MalformedKeyException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        } finally {
            maps = null;
        }
    }

    private static boolean dependsOnSnapshot(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Patch patch && patch.guard() instanceof Change.Guard.Unchanged
                    || change instanceof Change.Delete delete && delete.guard() instanceof Change.Guard.Unchanged
                    || change instanceof Change.Verify verify && verify.guard() instanceof Change.Guard.Unchanged) {
                return true;
            }
        }
        return false;
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
            if (!writes.isEmpty()) {
                commit(new Commit(writes, reads, version, store.commits(), watch(), store.locks(), owner()));
            }
        } finally {
            end();
        }
    }

    private void commit(Commit unit) {
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
        List<OpenScan> open = new ArrayList<>(scans);
        scans.clear();
        open.forEach(OpenScan::end);
        maps = null;
        if (snapshot != null) {
            snapshot.close();
            snapshot = null;
        }
    }

    private void end() {
        if (owner != null) {
            store.locks().releaseAll(owner);
        }
        if (reader != null) {
            store.commits().close(reader);
        }
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
