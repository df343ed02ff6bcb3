package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.catalog.CatalogMap;
import dev.dormouse.lmdb.internal.commit.Batch;
import dev.dormouse.lmdb.internal.commit.CommitQueue;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.Lease;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.record.RecordBuffer;
import dev.dormouse.lmdb.internal.spill.LmdbSpillArea;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.lock.LockTable;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.CommitLog;
import dev.dormouse.store.writeset.CommitUnit;
import dev.dormouse.store.writeset.GeneratorRows;
import dev.dormouse.store.writeset.MapStore;
import dev.dormouse.store.writeset.RecordCursor;
import dev.dormouse.store.writeset.Snapshot;
import dev.dormouse.store.writeset.WritableMaps;
import dev.dormouse.store.writeset.WriteSetTransaction;
import dev.dormouse.store.writeset.spill.SpillArea;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all stores of one environment share: its states, its writer, its locks and generators. */
public final class LmdbMapStore implements MapStore, Batch<CommitUnit>, AutoCloseable {

    private final Environment environment;
    private final RecordOptions options;
    private final LmdbCatalog catalogs;
    private final Numbers numbers = new Numbers();
    private final LockTable locks = new LockTable();
    private final CommitLog log = new CommitLog();
    private final CommitQueue<CommitUnit> queue;
    private final RecordBuffer encoded = new RecordBuffer();
    private final KeyMemory values = new KeyMemory();
    private final Map<Class<?>, Object> extensions = new ConcurrentHashMap<>();
    private volatile Committed newest;
    private volatile @Nullable Committed pending;
    private @Nullable WriterMaps writer;
    private @Nullable WriteTransaction transaction;
    private List<Numbers.Mark> marks = List.of();

    LmdbMapStore(Environment environment, RecordOptions options) {
        this.environment = environment;
        this.options = options;
        if (!environment.options().readOnly()) {
            LmdbSpillArea.removeLeft(environment.options().folder());
        }
        try {
            this.catalogs = new LmdbCatalog(environment, options);
            this.queue = new CommitQueue<>(environment, this);
            this.newest = first();
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, environment.options().folder());
        }
    }

    private Committed first() {
        try (Lease lease = environment.readers().lease("opening")) {
            Tables tables = isReadOnly() ? catalogs.read(lease, Tables.NONE) : catalogs.read(lease);
            long id = lease.snapshot();
            return new Committed(id, id, tables);
        }
    }

    RecordOptions options() {
        return options;
    }

    /** Returns where it is. */
    public Environment environment() {
        return environment;
    }

    /** Returns the map that holds the catalog. */
    public CatalogMap catalogMap() {
        return catalogs.map();
    }

    /** Returns what else all users of the environment share, made by the first that asks; the maker must not ask for another. */
    public <T> T shared(Class<T> type, Supplier<T> maker) {
        return type.cast(extensions.computeIfAbsent(type, ignored -> maker.get()));
    }

    /** Tells whether checksums are verified at every read. */
    public boolean verifiesChecksums() {
        return options.verified();
    }

    /** Begins a transaction over the tables. */
    public WriteSetTransaction begin(TransactionOptions transactionOptions) {
        boolean readOnly = transactionOptions.readOnly() || isReadOnly();
        TransactionOptions own = readOnly == transactionOptions.readOnly()
                ? transactionOptions
                : new TransactionOptions(transactionOptions.isolation(), true, transactionOptions.commitTimeout());
        return new WriteSetTransaction(this, LmdbStore.FEATURES, own);
    }

    /** Takes the writer for this thread alone; whoever commits meanwhile waits. */
    public ExclusiveWriter write(Duration timeout) {
        checkWritable();
        queue.acquire(timeout);
        return ExclusiveWriter.begin(this, queue::release);
    }

    /** Returns the native transaction behind what a {@link CommitUnit} writes to. */
    public static WriteTransaction transaction(WritableMaps maps) {
        return ((WriterMaps) maps).transaction();
    }

    /** Tells whether the store is open for reading only. */
    public boolean isReadOnly() {
        return environment.options().readOnly();
    }

    @Override
    public long version() {
        // Where another process writes, whatever was read is taken for old.
        return isReadOnly() ? Long.MAX_VALUE : newest.version();
    }

    /** Returns where the tables are, by name. */
    public Map<String, TableMaps> tableMaps() {
        Map<String, TableMaps> maps = new TreeMap<>();
        try (LmdbSnapshot snapshot = snapshot("tables")) {
            snapshot.tables().all().forEach(table -> maps.put(table.definition().name(), table.maps()));
        }
        return maps;
    }

    /** Checks the tables. */
    public CheckReport check() {
        try (LmdbSnapshot snapshot = snapshot("check")) {
            return new StoreCheck(snapshot).run();
        }
    }

    /** Returns the newest catalog. */
    public Catalog catalog() {
        if (isReadOnly()) {
            try (LmdbSnapshot snapshot = snapshot("catalog")) {
                return snapshot.catalog();
            }
        }
        return newest.tables().catalog();
    }

    @Override
    public Snapshot snapshot() {
        return snapshot("transaction");
    }

    LmdbSnapshot snapshot(Object origin) {
        Committed before = newest;
        Lease lease = environment.readers().lease(origin);
        try {
            return new LmdbSnapshot(lease, isReadOnly() ? read(lease) : state(lease, before));
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    /** Finds out which state a lease sees, though a commit may have become visible meanwhile. */
    private Committed state(Lease lease, Committed before) {
        Committed last = before;
        while (true) {
            Committed coming = pending;
            Committed now = newest;
            if (coming == null && now.version() == last.version()) {
                return now;
            }
            long seen = lease.snapshot();
            for (Committed each : new @Nullable Committed[] {last, coming, now}) {
                if (each != null && each.transaction() == seen) {
                    return each;
                }
            }
            last = newest;
            lease.renew();
        }
    }

    private Committed read(Lease lease) {
        Committed known = newest;
        Tables tables = catalogs.read(lease, known.tables());
        long id = lease.snapshot();
        if (id == known.transaction() && tables == known.tables()) {
            return known;
        }
        Committed read = new Committed(id, id, tables);
        newest = read;
        return read;
    }

    @Override
    public void commit(CommitUnit unit, Duration timeout) {
        checkWritable();
        queue.commit(unit, timeout);
    }

    private void checkWritable() {
        if (isReadOnly()) {
            throw new StoreException(
                    LmdbMessages.READ_ONLY.text(environment.options().folder()));
        }
    }

    @Override
    public long writeSetBudget() {
        return options.writeSetBudget();
    }

    @Override
    public SpillArea spillArea() {
        return LmdbSpillArea.open(environment.options().folder());
    }

    @Override
    public void awaitRunningCommits(Duration timeout) {
        queue.awaitIdle(timeout);
    }

    @Override
    public LockTable locks() {
        return locks;
    }

    @Override
    public CommitLog commits() {
        return log;
    }

    @Override
    public void begin(WriteTransaction begun) {
        transaction = begun;
        writer = new WriterMaps(begun, catalogs, newest, encoded, values);
    }

    @Override
    public void run(CommitUnit unit) {
        WriterMaps maps = Objects.requireNonNull(writer);
        unit.run(maps);
        maps.raiseVersion();
    }

    @Override
    public void finish() {
        WriteTransaction current = Objects.requireNonNull(transaction);
        WriterMaps maps = Objects.requireNonNull(writer);
        if (current.writes() > 0) {
            marks = numbers.due();
            for (Numbers.Mark mark : marks) {
                catalogs.map().mark(current, mark.name(), mark.next());
                mark.sequence().ifPresent(sequence -> showRow(maps, sequence, mark.next()));
            }
        }
        // LMDB counts no transaction that wrote nothing.
        long id = current.writes() > 0 ? current.txn().id() : newest.transaction();
        pending = new Committed(id, maps.version(), maps.tables());
    }

    private static void showRow(WritableMaps maps, SequenceDefinition sequence, long next) {
        sequence.row().ifPresent(row -> GeneratorRows.write(maps, row, next - sequence.increment()));
    }

    @Override
    public void committed() {
        Committed before = newest;
        Committed now = Objects.requireNonNull(pending);
        newest = now;
        pending = null;
        environment.committed(now.transaction());
        if (before.tables() != now.tables()) {
            Catalog older = before.tables().catalog();
            catalogs.opened(now.tables());
            older.sequences().forEach((name, sequence) -> {
                if (!sequence.equals(now.tables().catalog().sequences().get(name))) {
                    numbers.forget(name);
                }
            });
        }
        forget();
    }

    @Override
    public void aborted() {
        log.withdraw(newest.version());
        numbers.again(marks);
        pending = null;
        forget();
    }

    private void forget() {
        marks = List.of();
        writer = null;
        transaction = null;
    }

    /** Takes numbers of a sequence. */
    long take(String sequence, int count) {
        checkWritable();
        String name = Catalog.folded(sequence);
        SequenceDefinition definition = newest.tables().catalog().sequences().get(name);
        if (definition == null) {
            throw new StoreException(LmdbMessages.NO_SEQUENCE.text(sequence));
        }
        return numbers.take(name, definition, count, () -> start(name, definition));
    }

    /** Returns the number that a sequence gives next in a state of this store; empty if it gave none yet. */
    public OptionalLong next(Snapshot state, String sequence) {
        return catalogs.map().mark(((LmdbSnapshot) state).transaction(), Catalog.folded(sequence));
    }

    /** Lets a sequence go on at a number, or where it is, if that is further. */
    public void goOn(String sequence, long next) {
        long taken = take(sequence, 1);
        SequenceDefinition definition =
                Objects.requireNonNull(newest.tables().catalog().sequences().get(Catalog.folded(sequence)));
        int step = definition.increment();
        long behind = Math.subtractExact(next, taken) / step - 1;
        while (behind > 0) {
            int some = (int) Math.min(behind, Integer.MAX_VALUE / 2);
            take(sequence, some);
            behind -= some;
        }
    }

    /** Returns the reading transaction of LMDB behind a state of this store. */
    public static Lease lease(Snapshot state) {
        return ((LmdbSnapshot) state).lease();
    }

    private long start(String name, SequenceDefinition definition) {
        try (LmdbSnapshot snapshot = snapshot("generator " + name)) {
            long next = catalogs.map().mark(snapshot.transaction(), name).orElse(definition.first());
            long shown = definition
                    .row()
                    .map(row -> GeneratorRows.last(snapshot, row))
                    .filter(java.util.OptionalLong::isPresent)
                    .map(last -> last.getAsLong() + definition.increment())
                    .orElse(next);
            return definition.increment() > 0 ? Math.max(next, shown) : Math.min(next, shown);
        }
    }

    @Override
    public long nextRowNumber(TableDefinition table) {
        String name = "rows/" + table.id();
        return numbers.takeRow(name, () -> firstRow(name, table));
    }

    private long firstRow(String name, TableDefinition table) {
        try (LmdbSnapshot snapshot = snapshot("row numbers of " + table)) {
            if (snapshot.tables().find(table.id()) == null) {
                return 1;
            }
            long next = catalogs.map().mark(snapshot.transaction(), name).orElse(1);
            try (RecordCursor last = snapshot.records(table, KeyRange.ALL, true)) {
                return last.next()
                        ? Math.max(
                                next, last.record().getLong(table.primaryKey().get(0)) + 1)
                        : next;
            }
        }
    }

    /** Ends the writer thread, before the environment closes. */
    @Override
    public void close() {
        queue.close();
    }
}
