package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The memory of what recent commits wrote, for as long as a transaction is open that may ask. Bounded: a question that reaches further back than the memory is
 * answered "changed". Thread-safe.
 */
public final class CommitLog {

    /** How many keys are remembered at most. */
    private static final int CAPACITY = 1 << 17;

    /** What one commit wrote. */
    private record Commit(long version, List<RecordId> records, List<EntryId> entries, List<Integer> tables) {}

    /**
     * A record that was written.
     *
     * @param table the table's id
     * @param key its encoded primary key
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    record RecordId(int table, byte[] key) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof RecordId id && table == id.table && Arrays.equals(key, id.key);
        }

        @Override
        public int hashCode() {
            return 31 * table + Arrays.hashCode(key);
        }
    }

    /**
     * An index entry that was written or removed.
     *
     * @param table the table's id
     * @param index the index's number
     * @param key the stored index key
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record EntryId(int table, int index, byte[] key) {}

    /** A transaction that may ask what was written since its snapshots. */
    static final class Reader {
        private volatile long since;
        private final boolean entries;

        private Reader(long since, boolean entries) {
            this.since = since;
            this.entries = entries;
        }

        /** Tells that nothing before this version will be asked for. */
        void since(long version) {
            since = version;
        }
    }

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Commit> commits = new ArrayDeque<>();
    private final Map<RecordId, Long> written = new HashMap<>();
    private final Map<Integer, Long> replaced = new HashMap<>();
    private int keys;
    private long coveredSince;
    private long entriesSince;
    private int additions;

    /** Registers a transaction, before it takes the snapshot about which it will ask. */
    Reader open(long version, boolean entries) {
        Reader reader = new Reader(version, entries);
        readers.add(reader);
        return reader;
    }

    /** Forgets a transaction. */
    void close(Reader reader) {
        readers.remove(reader);
    }

    /** Tells whether somebody other than this transaction may ask, so that commits must be added. */
    boolean isWatched(@Nullable Reader own) {
        int count = readers.size();
        return count > 1 || (count == 1 && (own == null || !readers.contains(own)));
    }

    /** Tells whether somebody may ask for index entries. */
    boolean isWatchedForEntries() {
        for (Reader reader : readers) {
            if (reader.entries) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds a commit. Called by the writer, before the commit is visible.
     *
     * @param hasEntries whether index entries are among what was written; else nobody may ask for them
     */
    void add(long version, List<RecordId> records, List<EntryId> entries, boolean hasEntries) {
        lock.lock();
        try {
            if (!hasEntries) {
                entriesSince = version;
            }
            commits.add(new Commit(version, records, entries, List.of()));
            records.forEach(id -> written.put(id, version));
            keys += records.size() + entries.size();
            prune();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a commit was not added because nobody may ask for it. */
    void skip(long version) {
        lock.lock();
        try {
            forgetAll(version);
        } finally {
            lock.unlock();
        }
    }

    /** Notes a commit that touched no table. Called by the writer. */
    public void addOther(long version) {
        if (isWatched(null)) {
            add(version, List.of(), List.of(), true);
        } else {
            skip(version);
        }
    }

    /** Adds a schema change that replaced the content of tables. Called by the writer. */
    public void addReplaced(long version, List<Integer> tables) {
        lock.lock();
        try {
            commits.add(new Commit(version, List.of(), List.of(), List.copyOf(tables)));
            tables.forEach(table -> replaced.put(table, version));
        } finally {
            lock.unlock();
        }
    }

    /** Takes back the commits after a version, which the writer gave up before they were visible. */
    public void withdraw(long version) {
        lock.lock();
        try {
            if (commits.isEmpty() || commits.getLast().version <= version) {
                return;
            }
            List<Commit> kept = new ArrayList<>();
            for (Commit commit : commits) {
                if (commit.version <= version) {
                    kept.add(commit);
                }
            }
            commits.clear();
            written.clear();
            replaced.clear();
            keys = 0;
            for (Commit commit : kept) {
                commits.add(commit);
                commit.records.forEach(id -> written.put(id, commit.version));
                commit.tables.forEach(table -> replaced.put(table, commit.version));
                keys += commit.records.size() + commit.entries.size();
            }
        } finally {
            lock.unlock();
        }
    }

    private void prune() {
        if (keys > CAPACITY) {
            while (keys > CAPACITY / 2) {
                forgetOldest();
            }
        } else if (++additions % 64 == 0) {
            long needed = Long.MAX_VALUE;
            for (Reader reader : readers) {
                needed = Math.min(needed, reader.since);
            }
            while (!commits.isEmpty() && commits.getFirst().version <= needed) {
                forgetOldest();
            }
        }
    }

    private void forgetOldest() {
        Commit oldest = commits.removeFirst();
        oldest.records.forEach(id -> written.remove(id, oldest.version));
        oldest.tables.forEach(table -> replaced.remove(table, oldest.version));
        keys -= oldest.records.size() + oldest.entries.size();
        coveredSince = Math.max(coveredSince, oldest.version);
    }

    private void forgetAll(long version) {
        commits.clear();
        written.clear();
        replaced.clear();
        keys = 0;
        coveredSince = Math.max(coveredSince, version);
    }

    /** Tells whether a record was written after a version, or may have been. */
    boolean isChanged(RecordId id, long since) {
        lock.lock();
        try {
            return since < coveredSince
                    || written.getOrDefault(id, 0L) > since
                    || replaced.getOrDefault(id.table, 0L) > since;
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether a table got or lost a record in a range of primary keys after a version, or one was changed, or may have been. */
    boolean isChanged(int table, KeyRange range, long since) {
        lock.lock();
        try {
            return since < coveredSince
                    || replaced.getOrDefault(table, 0L) > since
                    || commits.stream()
                            .filter(commit -> commit.version > since)
                            .flatMap(commit -> commit.records.stream())
                            .anyMatch(id -> id.table == table && range.contains(id.key));
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether an index got or lost an entry in a range after a version, or may have. */
    boolean isChanged(int table, int index, KeyRange range, long since) {
        lock.lock();
        try {
            return since < Math.max(coveredSince, entriesSince)
                    || replaced.getOrDefault(table, 0L) > since
                    || commits.stream()
                            .filter(commit -> commit.version > since)
                            .flatMap(commit -> commit.entries.stream())
                            .anyMatch(id -> id.table == table && id.index == index && range.contains(id.key));
        } finally {
            lock.unlock();
        }
    }
}
