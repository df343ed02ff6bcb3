package dev.dormouse.internal.memory;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.lock.LockTable;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.CommitLog;
import dev.dormouse.store.writeset.CommitUnit;
import dev.dormouse.store.writeset.MapStore;
import dev.dormouse.store.writeset.SchemaWork;
import dev.dormouse.store.writeset.Snapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What all that open one name share: the newest state, its writer, locks and numbers. */
final class MemoryDatabase implements MapStore {

    private final ReentrantLock writer = new ReentrantLock();
    private final LockTable locks = new LockTable();
    private final CommitLog commits = new CommitLog();
    private final MemoryNumbers numbers = new MemoryNumbers();
    private final MemoryProbe probe = new MemoryProbe();
    private volatile MemoryState newest = MemoryState.EMPTY;

    MemoryProbe probe() {
        return probe;
    }

    MemoryState newest() {
        return newest;
    }

    @Override
    public long version() {
        return newest.version();
    }

    @Override
    public Snapshot snapshot() {
        return new MemorySnapshot(newest, this);
    }

    @Override
    public void commit(CommitUnit unit, Duration timeout) {
        Map<String, Long> written = new HashMap<>();
        write(
                maps -> {
                    unit.run(maps);
                    written.putAll(numbers.write(maps));
                },
                () -> numbers.shown(written),
                timeout);
    }

    Catalog change(List<SchemaChange> changes) {
        write(maps -> new SchemaWork(maps, commits).run(changes), () -> {}, Duration.ofDays(1));
        Catalog catalog = newest.catalog();
        numbers.catalogChanged(catalog);
        return catalog;
    }

    private void write(CommitUnit unit, Runnable whenWritten, Duration timeout) {
        enter(timeout);
        MemoryState before = newest;
        boolean done = false;
        try {
            MemoryWriter maps = new MemoryWriter(before, probe);
            unit.run(maps);
            if (maps.openCursors() != 0) {
                throw new AssertionError(maps.openCursors() + " cursors are open at the end of a commit");
            }
            newest = maps.result();
            done = true;
            whenWritten.run();
        } finally {
            if (!done) {
                commits.withdraw(before.version());
            }
            writer.unlock();
        }
    }

    private void enter(Duration timeout) {
        try {
            if (!writer.tryLock() && !writer.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreException(StoreMessages.WRITER_BUSY.text(timeout.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreMessages.WRITER_BUSY.text(timeout.toMillis()), e);
        }
    }

    @Override
    public void awaitRunningCommits(Duration timeout) {
        enter(timeout);
        writer.unlock();
    }

    @Override
    public long nextRowNumber(TableDefinition table) {
        return numbers.nextRow(table);
    }

    long take(String sequence, int count) {
        try (Snapshot snapshot = snapshot()) {
            return numbers.take(sequence, count, snapshot);
        }
    }

    @Override
    public LockTable locks() {
        return locks;
    }

    @Override
    public CommitLog commits() {
        return commits;
    }
}
