package dev.dormouse.lmdb;

import dev.dormouse.lmdb.care.TransactionStatistics;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.record.RecordBuffer;
import dev.dormouse.lmdb.internal.typed.BufferedTransaction;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.internal.typed.ByteTransaction;
import dev.dormouse.lmdb.internal.typed.ExclusiveTransaction;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.ValueBuffer;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A transaction over the maps of a database. It belongs to the thread that began it. It ends with {@link #commit()}, or with {@link #close()} without effect. Its maps, selections and
 * values read in place end with it. Every misuse (after the end, on another thread, while a nested one is active) is a {@link StoreException}.
 */
public final class LmdbTransaction implements AutoCloseable {

    private enum State {
        ACTIVE,
        COMMITTED,
        ROLLED_BACK
    }

    /** What the end of a transaction does to what is below it. */
    interface Ending {

        void commit();

        void rollback();

        static Ending of(Runnable commit, Runnable rollback) {
            return new Ending() {
                @Override
                public void commit() {
                    commit.run();
                }

                @Override
                public void rollback() {
                    rollback.run();
                }
            };
        }
    }

    private final LmdbDatabase database;
    private final ByteTransaction bytes;
    private final Ending ending;
    private final @Nullable LmdbTransaction parent;
    private final @Nullable TableAccess tables;
    private final Thread owner = Thread.currentThread();
    private @Nullable TypedMap<?, ?> first;
    private @Nullable Map<UUID, TypedMap<?, ?>> others;
    private @Nullable Set<MapCursor> cursors;
    private @Nullable RecordBuffer encoded;
    private @Nullable ValueBuffer value;
    private final long began = System.nanoTime();
    private @Nullable LmdbTransaction nested;
    private State state = State.ACTIVE;
    private long puts;
    private long deletes;
    private long written;
    private long took = -1;

    LmdbTransaction(
            LmdbDatabase database,
            ByteTransaction bytes,
            Ending ending,
            @Nullable LmdbTransaction parent,
            @Nullable TableAccess tables) {
        this.database = database;
        this.bytes = bytes;
        this.ending = ending;
        this.parent = parent;
        this.tables = tables;
    }

    /**
     * Returns a map in this transaction.
     *
     * @throws StoreException if the database has not opened it
     */
    public <K, V> TypedMap<K, V> map(MapDescriptor<K, V> descriptor) {
        check(descriptor);
        OpenedMap<K, V> opened = database.opened(descriptor);
        TypedMap<?, ?> known = known(opened);
        if (known == null) {
            TypedMap<K, V> made = new TypedMap<>(this, opened);
            keep(made);
            return made;
        }
        @SuppressWarnings("unchecked") // the same UUID has the same types, which the database has checked
        TypedMap<K, V> present = (TypedMap<K, V>) known;
        return present;
    }

    private @Nullable TypedMap<?, ?> known(OpenedMap<?, ?> opened) {
        TypedMap<?, ?> one = first;
        if (one != null && one.descriptor().uuid().equals(opened.descriptor().uuid())) {
            return one;
        }
        return others == null ? null : others.get(opened.descriptor().uuid());
    }

    /** Most transactions use one map, which needs no table of maps. */
    private void keep(TypedMap<?, ?> made) {
        if (first == null) {
            first = made;
            return;
        }
        Map<UUID, TypedMap<?, ?>> more = others;
        if (more == null) {
            more = new HashMap<>();
            others = more;
        }
        more.put(made.descriptor().uuid(), made);
    }

    /**
     * Returns the table of an entity in this transaction, by its name: what the entity manager has flushed is there, and what is changed here the entity manager reads from the store, but does not see
     * in entities that it has loaded already.
     *
     * @throws StoreException if there is none, or if this transaction is none that buffers (of an entity manager, or begun by {@code writeBuffered})
     */
    public TableMap table(String name) {
        check(name);
        TableAccess access = tables;
        if (access == null) {
            throw new StoreException(MapMessages.TABLE_NEEDS_BUFFER.text(name));
        }
        return access.table(this, name);
    }

    /** Returns the database. */
    public LmdbDatabase database() {
        return database;
    }

    /** Tells whether it takes changes. */
    public boolean isWritable() {
        return bytes.isWritable();
    }

    /** Tells whether it has neither been committed nor rolled back. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Tells what it did so far. */
    public TransactionStatistics statistics() {
        return new TransactionStatistics(
                puts, deletes, written, Duration.ofNanos(took >= 0 ? took : System.nanoTime() - began));
    }

    /**
     * Begins a transaction inside of this one, which rests until the inner one has ended: committed, its changes belong to this one; rolled back, they are undone.
     *
     * @throws StoreException if this one does not write
     */
    public LmdbTransaction nested() {
        check("nested");
        if (!bytes.isWritable()) {
            throw new StoreException(MapMessages.READ_ONLY_TRANSACTION.text("nested"));
        }
        if (bytes instanceof ExclusiveTransaction && database.writesIntoMap()) {
            throw new StoreException(MapMessages.NO_NESTED.text(database.path()));
        }
        closeCursors();
        Ending inner = bytes instanceof ExclusiveTransaction exclusive
                ? nestedIn(exclusive)
                : nestedIn((BufferedTransaction) bytes);
        LmdbTransaction made = new LmdbTransaction(database, bytes, inner, this, null);
        nested = made;
        return made;
    }

    private static Ending nestedIn(ExclusiveTransaction exclusive) {
        WriteTransaction.Outer outer = exclusive.beginNested();
        return Ending.of(() -> exclusive.endNested(outer, true), () -> exclusive.endNested(outer, false));
    }

    private static Ending nestedIn(BufferedTransaction buffered) {
        BufferedTransaction.Savepoint savepoint = buffered.savepoint();
        return Ending.of(
                () -> {
                    // The changes are there already.
                },
                () -> buffered.restore(savepoint));
    }

    /** Does work in a nested transaction: if it throws, what it did is undone, and this transaction can go on. */
    public void nested(Consumer<? super LmdbTransaction> work) {
        try (LmdbTransaction inner = nested()) {
            work.accept(inner);
            inner.commit();
        }
    }

    /** Does work in a nested transaction and returns its result: if it throws, what it did is undone, and this transaction can go on. */
    public <T> T nestedCall(Function<? super LmdbTransaction, T> work) {
        try (LmdbTransaction inner = nested()) {
            T result = work.apply(inner);
            inner.commit();
            return result;
        }
    }

    /**
     * Makes the changes durable, as the database is configured, and visible, all or none. It is over in any case.
     *
     * @throws StoreException if the commit fails; nothing was changed then, unless {@link StoreException#isOutcomeUnknown()}
     */
    public void commit() {
        check("commit");
        closeCursors();
        boolean done = false;
        try {
            if (bytes instanceof ExclusiveTransaction exclusive && exclusive.isBroken()) {
                throw new StoreException(MapMessages.TRANSACTION_OVER.text("failed"));
            }
            ending.commit();
            done = true;
        } finally {
            if (!done) {
                ending.rollback();
            }
            end(done ? State.COMMITTED : State.ROLLED_BACK);
        }
    }

    /** Forgets the changes. */
    public void rollback() {
        check("rollback");
        close();
    }

    /** Rolls back, unless it has ended; a nested one that is still active is rolled back first. Idempotent. */
    @Override
    public void close() {
        if (state != State.ACTIVE) {
            return;
        }
        checkThread("close");
        LmdbTransaction inner = nested;
        if (inner != null) {
            inner.close();
        }
        closeCursors();
        try {
            ending.rollback();
        } finally {
            end(State.ROLLED_BACK);
        }
    }

    /** Ends a transaction that reads and whose thread is no more. */
    void endIfForgotten() {
        if (state == State.ACTIVE && !owner.isAlive() && !bytes.isWritable()) {
            closeCursors();
            try {
                ending.rollback();
            } finally {
                end(State.ROLLED_BACK);
            }
        }
    }

    private void end(State last) {
        state = last;
        took = System.nanoTime() - began;
        LmdbTransaction outer = parent;
        if (outer == null) {
            database.ended(this);
        } else {
            outer.nested = null;
            if (last == State.COMMITTED) {
                outer.puts += puts;
                outer.deletes += deletes;
                outer.written += written;
            }
        }
    }

    private void closeCursors() {
        Set<MapCursor> open = cursors;
        if (open != null && !open.isEmpty()) {
            List.copyOf(open).forEach(MapCursor::close);
        }
    }

    /** Refuses every misuse. */
    void check(Object what) {
        if (state != State.ACTIVE) {
            throw new StoreException(MapMessages.TRANSACTION_OVER.text(what));
        }
        checkThread(what);
        if (nested != null) {
            throw new StoreException(MapMessages.NESTED_ACTIVE.text(what));
        }
    }

    private void checkThread(Object what) {
        if (Thread.currentThread() != owner) {
            throw new StoreException(MapMessages.WRONG_THREAD.text(what, owner.getName()));
        }
    }

    void checkWritable(Object what) {
        check(what);
        if (!bytes.isWritable()) {
            throw new StoreException(MapMessages.READ_ONLY_TRANSACTION.text(what));
        }
    }

    ByteTransaction bytes() {
        return bytes;
    }

    Thread owner() {
        return owner;
    }

    /** Returns memory for values that are encoded, empty. */
    ValueBuffer value() {
        ValueBuffer memory = value;
        if (memory == null) {
            memory = new ValueBuffer();
            value = memory;
        }
        return memory.clear();
    }

    RecordBuffer encoded() {
        RecordBuffer memory = encoded;
        if (memory == null) {
            memory = new RecordBuffer();
            encoded = memory;
        }
        return memory;
    }

    void opened(MapCursor cursor) {
        Set<MapCursor> open = cursors;
        if (open == null) {
            open = new LinkedHashSet<>();
            cursors = open;
        }
        open.add(cursor);
    }

    void closed(MapCursor cursor) {
        Set<MapCursor> open = cursors;
        if (open != null) {
            open.remove(cursor);
        }
    }

    void put(ByteMap map, KeyBuffer key, DirectBuffer stored) {
        bytes.put(map, key, stored);
        puts++;
        written += key.length() + stored.capacity();
    }

    boolean append(ByteMap map, KeyBuffer key, DirectBuffer stored) {
        boolean done = bytes.append(map, key, stored);
        puts++;
        written += key.length() + stored.capacity();
        return done;
    }

    void delete(ByteMap map, KeyBuffer key) {
        bytes.delete(map, key);
        deletes++;
    }

    void addEntry(ByteMap map, int index, boolean unique, KeyBuffer key, KeyBuffer content) {
        bytes.addEntry(map, index, unique, key, content);
        puts++;
        written += key.length() + content.length();
    }

    boolean deleteEntry(ByteMap map, int index, KeyBuffer key, KeyBuffer content) {
        boolean there = bytes.deleteEntry(map, index, key, content);
        deletes += there ? 1 : 0;
        return there;
    }

    void truncated(long removed) {
        deletes += removed;
    }

    @Override
    public String toString() {
        String kind = !bytes.isWritable() ? "reading" : bytes instanceof ExclusiveTransaction ? "writing" : "buffered";
        return kind + " transaction of thread '" + owner.getName() + "', open for "
                + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms";
    }

    static String described(List<LmdbTransaction> transactions) {
        return transactions.size() + " open transactions, the first: " + transactions.get(0);
    }
}
