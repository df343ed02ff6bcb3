package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.open.KeptIndex;
import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.key.KeyPrefix;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.row.MapChange;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.KeyRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map in one transaction: keys in their natural order, each with a value, and indexes that are kept with every change. Neither keys nor values are null. What it
 * refuses, it refuses before anything is written. Made by {@link LmdbTransaction#map}, whose thread and life it shares.
 *
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public final class TypedMap<K, V> {

    private final LmdbTransaction transaction;
    private final OpenedMap<K, V> opened;
    private final KeyType<K> keyType;
    private final RowForm<V> form;
    private final KeyBuffer key = new KeyBuffer();
    private final KeyDecoder decoder = new KeyDecoder(new byte[0]);
    private final List<MapWatch<K, V>> watches = new ArrayList<>();

    TypedMap(LmdbTransaction transaction, OpenedMap<K, V> opened) {
        this.transaction = transaction;
        this.opened = opened;
        this.keyType = opened.descriptor().keyType();
        this.form = form(transaction, opened);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the values of a set type are sets
    private static <V> RowForm<V> form(LmdbTransaction transaction, OpenedMap<?, V> opened) {
        return opened.descriptor().valueType() instanceof SetType<?> sets
                ? (RowForm<V>) new SetRows(transaction, opened, sets)
                : new PlainRows<>(transaction, opened);
    }

    /** Returns the declaration. */
    public MapDescriptor<K, V> descriptor() {
        return opened.descriptor();
    }

    String name() {
        return opened.name();
    }

    LmdbTransaction transaction() {
        return transaction;
    }

    OpenedMap<K, V> opened() {
        return opened;
    }

    private ByteMap bytes() {
        return opened.bytes();
    }

    // ------------------------------------------------------------------ reading

    /** Returns the value of a key, or null. */
    public @Nullable V get(K sought) {
        transaction.check(name());
        return stored(encoded(sought));
    }

    /** Returns the value of an encoded key, or null. */
    @Nullable
    V stored(KeyBuffer encoded) {
        if (encoded.length() > KeyType.LIMIT) {
            return null;
        }
        DirectBuffer stored = transaction.bytes().get(bytes(), encoded);
        return stored == null ? null : form.read(encoded, stored);
    }

    /** Tells whether a key is there; no value is read. */
    public boolean containsKey(K sought) {
        transaction.check(name());
        KeyBuffer encoded = encoded(sought);
        return encoded.length() <= KeyType.LIMIT && transaction.bytes().get(bytes(), encoded) != null;
    }

    /** Begins a selection of rows in the order of their keys. */
    public Selection<K, V> select() {
        return new Selection<>(this);
    }

    /**
     * Returns this map as an index sees it.
     *
     * @throws StoreException if the index is not attached, or attached in another form
     */
    public <I> IndexedMap<I, K, V> by(MapIndex<? super K, ? super V, I> index) {
        transaction.check(name());
        int number = opened.number(index);
        transaction.bytes().checkIndex(bytes(), number, index.name());
        return new IndexedMap<>(this, index, number);
    }

    /** Returns the number of rows, without walking them unless this is a buffered transaction that changed some. */
    public long count() {
        transaction.check(name());
        return transaction.bytes().size(bytes());
    }

    /** Returns the number of rows from a key, inclusive, to another one, exclusive. */
    public long count(K from, K to) {
        return select().from(from).to(to).count();
    }

    /** Returns the number of rows whose keys begin so. */
    public long count(KeyPrefix<K> prefix) {
        return select().prefix(prefix).count();
    }

    /** Tells whether there is no row. */
    public boolean isEmpty() {
        return select().limit(1).count() == 0;
    }

    K key(KeyBuffer encoded) {
        return keyType.decode(decoder.reset(encoded.array(), 0, encoded.length()));
    }

    V value(MapCursor cursor) {
        return form.read(cursor);
    }

    private KeyBuffer encoded(K plain) {
        keyType.encode(key.clear(), Objects.requireNonNull(plain, "key"));
        return key;
    }

    // ------------------------------------------------------------------ writing

    /** Writes a row, in place of the one with this key. */
    public void put(K newKey, V value) {
        write(newKey, Objects.requireNonNull(value, "value"));
    }

    /** Writes a row in place of the one with this key, and returns the value before, or null. */
    public @Nullable V getAndPut(K newKey, V value) {
        V before = copied(newKey);
        put(newKey, value);
        return before;
    }

    private @Nullable V copied(K sought) {
        transaction.checkWritable(name());
        return get(sought);
    }

    /** Writes a row unless there is one with this key; returns the value that is there, or null if it was written. */
    public @Nullable V putIfAbsent(K newKey, V value) {
        V present = copied(newKey);
        if (present == null) {
            put(newKey, value);
        }
        return present;
    }

    /** Writes a row if there is one with this key; tells whether it did. */
    public boolean replace(K presentKey, V value) {
        transaction.checkWritable(name());
        boolean there = containsKey(presentKey);
        if (there) {
            put(presentKey, value);
        }
        return there;
    }

    /** Writes all rows. */
    public void putAll(Map<? extends K, ? extends V> rows) {
        rows.forEach(this::put);
    }

    /**
     * Puts a value, or what an operator makes of the present value and this one, and returns what is there now.
     *
     * @param operator gets the present value and the new one
     */
    public V merge(K sought, V value, BinaryOperator<V> operator) {
        V present = copied(sought);
        V merged = present == null ? value : Objects.requireNonNull(operator.apply(present, value), "merged value");
        put(sought, merged);
        return merged;
    }

    /**
     * Writes rows behind all others, faster than one by one: each key must be above the last one.
     *
     * @throws StoreException if one is not; those before it are written
     */
    public void append(Stream<Row<K, V>> rows) {
        transaction.checkWritable(name());
        try (rows) {
            rows.forEachOrdered(row -> append(row.key(), row.value()));
        }
    }

    private void append(K newKey, V value) {
        KeyBuffer encoded = checked(isComparing() ? encodedApart(newKey) : encoded(newKey));
        EntryChanges changes = changes(newKey, encoded, null, value);
        if (!transaction.append(bytes(), encoded, form.encode(value))) {
            throw new StoreException(MapMessages.NOT_ASCENDING.text(newKey, name()));
        }
        form.written(encoded, value);
        changes.write();
        tell(newKey, null, value);
    }

    private void write(K newKey, V value) {
        transaction.checkWritable(name());
        if (!isComparing()) {
            KeyBuffer encoded = checked(encoded(newKey));
            transaction.put(bytes(), encoded, form.encode(value));
            form.written(encoded, value);
            return;
        }
        KeyBuffer encoded = checked(encodedApart(newKey));
        V before = stored(encoded);
        EntryChanges changes = changes(newKey, encoded, before, value);
        transaction.put(bytes(), encoded, form.encode(value));
        form.written(encoded, value);
        changes.write();
        tell(newKey, before, value);
    }

    /** Tells whether somebody must know what a row was before. */
    private boolean isComparing() {
        return !opened.indexes().isEmpty() || !watches.isEmpty();
    }

    /** Returns the bytes of a key in memory of their own, which code of the user that runs meanwhile leaves alone. */
    private KeyBuffer encodedApart(K plain) {
        KeyBuffer apart = new KeyBuffer(32);
        keyType.encode(apart, Objects.requireNonNull(plain, "key"));
        return apart;
    }

    private EntryChanges changes(K row, KeyBuffer primaryKey, @Nullable V before, @Nullable V after) {
        return EntryChanges.of(transaction, opened, row, primaryKey, before, after)
                .check();
    }

    private KeyBuffer checked(KeyBuffer encoded) {
        if (encoded.length() > form.longestKey()) {
            throw new StoreException(MapMessages.KEY_TOO_LONG.text(encoded.length(), "map", name(), form.longestKey()));
        }
        return encoded;
    }

    /** Removes a row and returns its value, or null if there was none. */
    public @Nullable V getAndRemove(K presentKey) {
        V before = copied(presentKey);
        if (before != null) {
            remove(presentKey);
        }
        return before;
    }

    /** Removes a row; tells whether there was one. */
    public boolean remove(K presentKey) {
        transaction.checkWritable(name());
        if (!containsKey(presentKey)) {
            return false;
        }
        KeyBuffer encoded = encodedApart(presentKey);
        V before = isComparing() ? stored(encoded) : null;
        EntryChanges changes = changes(presentKey, encoded, before, null);
        transaction.delete(bytes(), encoded);
        form.removed(encoded);
        changes.write();
        tell(presentKey, before, null);
        return true;
    }

    /** Removes all rows and index entries; returns how many rows there were. */
    public long truncate() {
        transaction.checkWritable(name());
        opened.indexes();
        if (!watches.isEmpty()) {
            select().forEach(row -> tell(row.key(), row.value(), null));
        }
        long rows = count();
        transaction.bytes().truncate(bytes());
        transaction.truncated(rows);
        return rows;
    }

    /**
     * Returns the members of a set as they are stored, to read and change single ones.
     *
     * @param sets the type of the values of this map
     * @throws StoreException if it is not
     */
    public <M> MemberSet<M> members(K row, SetType<M> sets) {
        transaction.check(name());
        if (descriptor().valueType() != sets) {
            throw new StoreException(
                    MapMessages.NO_SET.text(name(), descriptor().valueType().name()));
        }
        KeyBuffer encoded = checked(encodedApart(row));
        return new MemberSet<>(
                transaction,
                bytes(),
                new SetRows<>(transaction, opened, sets),
                encoded,
                new ChangedSet<>(row, encoded));
    }

    /** What else a change of single members of a set means. */
    private final class ChangedSet<M> implements MemberSet.Row<M> {

        private final K row;
        private final KeyBuffer primaryKey;

        ChangedSet(K row, KeyBuffer primaryKey) {
            this.row = row;
            this.primaryKey = primaryKey;
        }

        @Override
        public EntryChanges changes(M member, boolean added) {
            return EntryChanges.ofMember(transaction, opened, row, primaryKey, member, added)
                    .check();
        }

        @Override
        public Runnable told() {
            V before = watches.isEmpty() ? null : stored(primaryKey);
            return () -> {
                if (!watches.isEmpty()) {
                    tell(row, before, stored(primaryKey));
                }
            };
        }
    }

    /** Begins to collect the changes of this map in this transaction. */
    public MapWatch<K, V> watch() {
        transaction.check(name());
        MapWatch<K, V> watch = new MapWatch<>();
        watches.add(watch);
        return watch;
    }

    private void tell(K changed, @Nullable V before, @Nullable V after) {
        for (MapWatch<K, V> watch : watches) {
            watch.add(new MapChange<>(changed, before, after));
        }
    }

    // ------------------------------------------------------------------ indexes

    /** Writes the entries of an index for all rows; the index has none. */
    void fill(KeptIndex<? super K, ? super V, ?> index) {
        try (MapCursor cursor = select().cursor()) {
            while (cursor.next()) {
                K row = key(cursor.key());
                KeyBuffer primaryKey = KeyBuffer.of(cursor.key().toBytes());
                EntryChanges.of(transaction, opened, index, row, primaryKey, value(cursor))
                        .check()
                        .write();
            }
        }
    }

    /** Removes all entries of an index. */
    void empty(int index) {
        KeyBuffer content = new KeyBuffer();
        try (ByteCursor cursor = transaction.bytes().entries(bytes(), index, KeyRange.ALL, false)) {
            while (cursor.next()) {
                DirectBuffer stored = cursor.value();
                byte[] value = new byte[stored.capacity()];
                stored.getBytes(0, value);
                transaction.deleteEntry(
                        bytes(), index, cursor.key(), content.clear().put(value));
            }
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
