package dev.dormouse.lmdb;

import dev.dormouse.lmdb.LmdbTransaction.Ending;
import dev.dormouse.lmdb.care.DatabaseStatistics;
import dev.dormouse.lmdb.care.FileCheckReport;
import dev.dormouse.lmdb.internal.checker.FileReport;
import dev.dormouse.lmdb.internal.checker.FileVerification;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.open.OpenedMaps;
import dev.dormouse.lmdb.internal.open.StatisticsReader;
import dev.dormouse.lmdb.internal.open.TypedFileCheck;
import dev.dormouse.lmdb.internal.open.TypedMapCheck;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.lmdb.internal.typed.BufferedTransaction;
import dev.dormouse.lmdb.internal.typed.ExclusiveTransaction;
import dev.dormouse.lmdb.internal.typed.MapFullException;
import dev.dormouse.lmdb.internal.typed.SnapshotTransaction;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.schema.MapSchema;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.writeset.Snapshot;
import dev.dormouse.store.writeset.WriteSetTransaction;
import java.io.BufferedReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An embedded database of typed maps in a folder. Open it once and share it: it is thread-safe. Everything is read and written in transactions, each of which belongs to one thread:
 *
 * <ul>
 *   <li>{@link #read} sees one committed state and hinders nobody;
 *   <li>{@link #write} has the writer for itself, sees the newest state and meets no conflicts; others that write wait;
 *   <li>{@link #writeBuffered} keeps its changes to itself and commits together with others; a row that somebody changed meanwhile makes it fail.
 * </ul>
 *
 * <p>All users of a folder in one JVM share one environment, a persistence unit on it, too. Failures are {@link StoreException}s with a stable id.
 */
public final class LmdbDatabase implements AutoCloseable {

    private static final Duration WRITER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final LmdbMapStore store;
    private final OpenedMaps maps;
    private final MapIndexes indexes;
    private final Supplier<@Nullable StoreTransaction> current;
    private final @Nullable Runnable release;
    private final Set<LmdbTransaction> transactions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LmdbDatabase(LmdbMapStore store, Supplier<@Nullable StoreTransaction> current, @Nullable Runnable release) {
        this.store = store;
        this.maps = OpenedMaps.of(store);
        this.indexes = new MapIndexes(this, maps);
        this.current = current;
        this.release = release;
    }

    /** Returns a database that another user of the environment keeps open. */
    static LmdbDatabase beside(LmdbMapStore store, Supplier<@Nullable StoreTransaction> current) {
        return new LmdbDatabase(store, current, null);
    }

    /** Begins to say how a database is opened. */
    public static LmdbDatabaseBuilder builder() {
        return new LmdbDatabaseBuilder();
    }

    /** Opens the database of a folder with all defaults, and makes it where it is not there. */
    public static LmdbDatabase open(Path folder) {
        return builder().path(folder).open();
    }

    /**
     * Deletes the database of a folder, whatever is in it; other files in the folder stay.
     *
     * @throws StoreException if it is open, here or in another process
     */
    public static void scratch(Path folder) {
        Environment.scratch(folder);
    }

    /** Returns the folder. */
    public Path path() {
        return environment().options().folder();
    }

    boolean writesIntoMap() {
        return environment().options().writeMap();
    }

    private Environment environment() {
        return store.environment();
    }

    /**
     * Opens maps, all or none, and makes those that are not there; a renamed one keeps its rows. New indexes are attached and filled.
     *
     * @throws StoreException if two maps have one UUID, or a map has rows of other types
     */
    public LmdbDatabase open(MapDescriptor<?, ?>... descriptors) {
        return open(List.of(descriptors));
    }

    /** Opens the maps of a schema, as {@link #open(MapDescriptor...)} does. */
    public LmdbDatabase open(MapSchema schema) {
        return open(schema.maps());
    }

    private LmdbDatabase open(List<MapDescriptor<?, ?>> descriptors) {
        checkOpen();
        maps.open(descriptors, store.verifiesChecksums(), WRITER_TIMEOUT);
        for (MapDescriptor<?, ?> descriptor : descriptors) {
            indexes.attachAll(descriptor);
        }
        return this;
    }

    <K, V> OpenedMap<K, V> opened(MapDescriptor<K, V> descriptor) {
        return maps.of(descriptor);
    }

    /**
     * Attaches an index to a map and fills it from the rows that are there; one that is attached already stays as it is.
     *
     * @throws StoreException if it is attached in another form, or a row has no key for it, or it is unique and two rows have one key; nothing was changed then
     */
    public <K, V> void attach(MapDescriptor<K, V> map, MapIndex<? super K, ? super V, ?> index) {
        indexes.attach(map, index);
    }

    /** Empties an index and fills it from the rows. */
    public <K, V> void rebuild(MapDescriptor<K, V> map, MapIndex<? super K, ? super V, ?> index) {
        indexes.rebuild(map, index);
    }

    /**
     * Removes an index with its entries.
     *
     * @throws StoreException if the map has none of this name
     */
    public void detach(MapDescriptor<?, ?> map, String index) {
        indexes.detach(map, index);
    }

    /** Removes a map with its rows and indexes; its UUID may be used again. */
    public void drop(MapDescriptor<?, ?> map) {
        OpenedMap<?, ?> opened = opened(map);
        repeated(() -> {
            try (LmdbTransaction transaction = beginExclusive()) {
                maps.bytes().remove((ExclusiveTransaction) transaction.bytes(), opened.bytes());
                transaction.commit();
            }
            return opened;
        });
        maps.forget(opened);
    }

    /** Does work in a transaction that reads, and returns its result. Inside of a transaction of the entity manager that this database belongs to, it sees that one's changes. */
    public <T extends @Nullable Object> T read(Function<? super LmdbTransaction, T> work) {
        try (LmdbTransaction transaction = beginRead()) {
            return work.apply(transaction);
        }
    }

    /**
     * Does work in a transaction that holds the writer, and commits. If the work throws, nothing is written. The work is done again if the memory map was full and has grown. Inside of a transaction of the
     * entity manager that this database belongs to, it joins that one.
     *
     * @throws StoreException if this thread has the writer already, or is virtual, or does not get the writer in time
     */
    public void write(Consumer<? super LmdbTransaction> work) {
        writeAndGet(transaction -> {
            work.accept(transaction);
            return transaction;
        });
    }

    /** As {@link #write}, and returns the result of the work. */
    public <T extends @Nullable Object> T writeAndGet(Function<? super LmdbTransaction, T> work) {
        return repeated(() -> committed(beginWrite(), work));
    }

    /**
     * Does work in a transaction that keeps its changes to itself, and commits them together with those of others that commit at that moment. If the work throws, nothing is written.
     *
     * @throws dev.dormouse.store.StaleRecordException if another transaction changed one of its rows meanwhile; nothing was changed then
     */
    public void writeBuffered(Consumer<? super LmdbTransaction> work) {
        writeBufferedAndGet(transaction -> {
            work.accept(transaction);
            return transaction;
        });
    }

    /** As {@link #writeBuffered}, and returns the result of the work. */
    public <T extends @Nullable Object> T writeBufferedAndGet(Function<? super LmdbTransaction, T> work) {
        return committed(beginBuffered(), work);
    }

    private static <T extends @Nullable Object> T committed(
            LmdbTransaction begun, Function<? super LmdbTransaction, T> work) {
        try (LmdbTransaction transaction = begun) {
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        }
    }

    <T extends @Nullable Object> T repeated(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (MapFullException e) {
                maps.bytes().grow();
            }
        }
    }

    /** Begins a transaction that reads; it must be closed. */
    public LmdbTransaction beginRead() {
        LmdbTransaction joined = joined();
        if (joined != null) {
            return joined;
        }
        return begun(reading(maps.bytes().read("transaction of typed maps")));
    }

    private LmdbTransaction reading(SnapshotTransaction bytes) {
        return new LmdbTransaction(this, bytes, Ending.of(bytes::close, bytes::close), null, null);
    }

    /** Begins a transaction that holds the writer; it must be closed, soon, since others that write wait for it. */
    public LmdbTransaction beginWrite() {
        LmdbTransaction joined = joined();
        return joined != null ? joined : beginExclusive();
    }

    LmdbTransaction beginExclusive() {
        checkOpen();
        checkWritable();
        ExclusiveTransaction bytes = maps.bytes().write(WRITER_TIMEOUT);
        return begun(new LmdbTransaction(this, bytes, Ending.of(bytes::commit, bytes::rollback), null, null));
    }

    /** Begins a transaction that keeps its changes to itself until commit; it must be closed. */
    public LmdbTransaction beginBuffered() {
        LmdbTransaction joined = joined();
        if (joined != null) {
            return joined;
        }
        checkWritable();
        WriteSetTransaction outer =
                store.begin(new TransactionOptions(Isolation.READ_COMMITTED, false, WRITER_TIMEOUT));
        return begun(new LmdbTransaction(
                this,
                companion(outer),
                Ending.of(outer::commit, outer::rollback),
                null,
                new TableAccess(store, outer)));
    }

    private BufferedTransaction companion(WriteSetTransaction outer) {
        return outer.companion(BufferedTransaction.class, () -> new BufferedTransaction(store));
    }

    private void checkWritable() {
        if (store.isReadOnly()) {
            throw new StoreException(LmdbMessages.READ_ONLY.text(path()));
        }
    }

    private LmdbTransaction begun(LmdbTransaction transaction) {
        transactions.add(transaction);
        if (closed) {
            transaction.close();
            checkOpen();
        }
        return transaction;
    }

    /** Returns a part of the entity manager's transaction, null if there is none. */
    private @Nullable LmdbTransaction joined() {
        checkOpen();
        if (!(current.get() instanceof WriteSetTransaction outer) || !outer.isActive()) {
            return null;
        }
        BufferedTransaction buffered = companion(outer);
        if (buffered.owner() != Thread.currentThread()) {
            throw new StoreException(MapMessages.WRONG_THREAD.text(
                    "transaction of an entity manager", buffered.owner().getName()));
        }
        TableAccess tables = new TableAccess(store, outer);
        BufferedTransaction.Savepoint savepoint = buffered.savepoint();
        Ending ending = Ending.of(
                () -> {
                    // The changes commit with the outer transaction.
                },
                () -> {
                    buffered.restore(savepoint);
                    tables.undone();
                });
        return begun(new LmdbTransaction(this, buffered, ending, null, tables));
    }

    void ended(LmdbTransaction transaction) {
        transactions.remove(transaction);
    }

    private void checkOpen() {
        if (closed) {
            throw new StoreException(LmdbMessages.CLOSED.text(path()));
        }
    }

    /** Tells how the database uses its file. */
    public DatabaseStatistics stats() {
        checkOpen();
        return new StatisticsReader(maps.bytes()).read();
    }

    /**
     * Walks the closed file of a database, without LMDB: every page, every row, every index entry. Do this before a file is opened that may be damaged: opening it can end the process. Of each map it
     * proves that its entries belong to rows, and that keys of unique indexes stand for one; of those that are declared here, also that each row has the entries that its key functions ask for.
     *
     * @param declared maps whose types are known
     * @return what is wrong, each naming map and key as far as they are known
     * @throws StoreException if there is no database, it is open, or it cannot be read
     */
    public static FileCheckReport verify(Path folder, MapDescriptor<?, ?>... declared) {
        FileReport report = FileVerification.verify(folder, List.of(new TypedFileCheck(List.of(declared))));
        return new FileCheckReport(report.pages(), report.freePages(), report.entries(), report.problems());
    }

    /** As {@link #verify(Path, MapDescriptor...)}, with the maps of a schema. */
    public static FileCheckReport verify(Path folder, MapSchema declared) {
        return verify(folder, declared.maps().toArray(MapDescriptor[]::new));
    }

    /**
     * Writes all rows of all maps and of all tables of entities as lines of JSON: one line for the dump, one for each map and table, one for each row, one for each sequence, all of one
     * committed state. Keys and values of maps are written by their types.
     *
     * @return the number of rows
     * @throws StoreException if a map is not open, so that its types are not known
     */
    public long dump(Writer out) {
        checkOpen();
        try (Snapshot state = store.snapshot();
                LmdbTransaction transaction = begun(reading(maps.bytes().read(state)))) {
            return Dump.write(maps, store, state, transaction, out);
        }
    }

    /**
     * Puts all rows of a dump into the maps of the same UUIDs and the tables of the same names, in one transaction; indexes are kept, constraints of tables hold, and sequences go on behind what they gave.
     * Rows of a table without a declared key are added to those that are there.
     *
     * @return the number of rows
     * @throws StoreException if a line makes no sense, a map is not open, a table is not there, or one has other types; no row was changed then
     */
    public long load(Reader in) {
        checkOpen();
        Load load = new Load(maps, store, new BufferedReader(in).lines().toList());
        return load.hasTables() ? writeBufferedAndGet(load::into) : writeAndGet(load::into);
    }

    /** Copies the newest committed state to a new or empty folder, while others read and write. The copy is a database of its own. */
    public void backup(Path folder) {
        copy(folder, false);
    }

    /** As {@link #backup}, and leaves out the pages that are free; slower. */
    public void compact(Path folder) {
        copy(folder, true);
    }

    private void copy(Path folder, boolean compacted) {
        checkOpen();
        Backup.copy(environment(), folder, compacted);
    }

    /** Gives the disk what was committed without waiting for it. */
    public void flush() {
        checkOpen();
        environment().flush();
    }

    /** Walks all maps and tables and proves that rows, indexes and checksums agree; maps that are not open are proved without their types. */
    public CheckReport verify() {
        checkOpen();
        return new TypedMapCheck(maps).run(store.check());
    }

    /**
     * Closes this database; the environment closes with its last user. Waits for transactions of other threads. Those that read and whose threads have ended without ending them are ended here.
     *
     * @throws StoreException if this thread has open transactions, or another one has not ended its own in time or ever
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        checkNoneOpen(transactions.stream()
                .filter(each -> each.owner() == Thread.currentThread())
                .toList());
        closed = true;
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        while (transactions.stream().anyMatch(each -> each.owner().isAlive()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        List<LmdbTransaction> left = List.copyOf(transactions);
        left.forEach(LmdbTransaction::endIfForgotten);
        if (release != null) {
            release.run();
        }
        checkNoneOpen(left);
    }

    private void checkNoneOpen(List<LmdbTransaction> open) {
        if (!open.isEmpty()) {
            throw new StoreException(MapMessages.OPEN_TRANSACTIONS.text(path(), LmdbTransaction.described(open)));
        }
    }
}
