package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.key.KeyPrefix;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.row.CoveredRow;
import dev.dormouse.lmdb.row.IndexRow;
import dev.dormouse.lmdb.schema.CoveringIndex;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A map as one of its indexes sees it; made by {@link TypedMap#by}. Belongs to the transaction of the map.
 *
 * @param <I> the class of the keys of the index
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public final class IndexedMap<I, K, V> {

    private final TypedMap<K, V> map;
    private final MapIndex<? super K, ? super V, I> index;
    private final int number;
    private final KeyBuffer content = new KeyBuffer();
    private final KeyDecoder decoder = new KeyDecoder(new byte[0]);

    IndexedMap(TypedMap<K, V> map, MapIndex<? super K, ? super V, I> index, int number) {
        this.map = map;
        this.index = index;
        this.number = number;
    }

    TypedMap<K, V> map() {
        return map;
    }

    int number() {
        return number;
    }

    KeyType<I> type() {
        return index.type();
    }

    /** Begins a selection of rows in the order of this index. */
    public IndexSelection<I, K, V> select() {
        return new IndexSelection<>(this);
    }

    /** Returns the value of the first row with an index key, of a unique index the only one, or null. */
    public @Nullable V get(I indexKey) {
        Optional<IndexRow<I, K, V>> first = select().at(indexKey).first();
        return first.isPresent() ? first.get().value() : null;
    }

    /** Returns the key of the first row with an index key, of a unique index the only one, or null. */
    public @Nullable K getKey(I indexKey) {
        try (var keys = select().at(indexKey).limit(1).keys()) {
            return keys.findFirst().orElse(null);
        }
    }

    /** Tells whether a row has an index key. */
    public boolean containsKey(I indexKey) {
        return select().at(indexKey).limit(1).count() > 0;
    }

    /** Returns how many entries there are: a row has one, none, or as many as it has index keys. */
    public long count() {
        return select().count();
    }

    /** Returns how many rows have an index key. */
    public long count(I indexKey) {
        return select().at(indexKey).count();
    }

    /** Returns how many entries begin so. */
    public long count(KeyPrefix<I> prefix) {
        return select().prefix(prefix).count();
    }

    I indexKey(KeyBuffer key) {
        return index.type().decode(decoder.reset(key.array(), 0, key.length()));
    }

    K primaryKey(DirectBuffer stored) {
        return decoded(stored).key;
    }

    private record Decoded<K>(K key, int length) {}

    private int copied(DirectBuffer stored) {
        int length = stored.capacity();
        int at = content.clear().reserve(length);
        stored.getBytes(0, content.array(), at, length);
        return length;
    }

    private Decoded<K> decoded(DirectBuffer stored) {
        int length = copied(stored);
        K key = map.descriptor().keyType().decode(decoder.reset(content.array(), 0, length));
        return new Decoded<>(key, decoder.position());
    }

    IndexRow<I, K, V> row(MapCursor cursor) {
        I indexKey = indexKey(cursor.key());
        Decoded<K> decoded = decoded(cursor.value());
        return new IndexRow<>(indexKey, decoded.key(), value(decoded.length()));
    }

    V value(DirectBuffer stored) {
        boolean alone = index.coveredName().isEmpty();
        return value(alone ? copied(stored) : decoded(stored).length());
    }

    private V value(int keyLength) {
        content.truncate(keyLength);
        V value = map.stored(content);
        if (value == null) {
            throw new StoreException(LmdbMessages.MISSING_RECORD.text(content, index.name(), map.name()));
        }
        return value;
    }

    <C> CoveredRow<I, K, C> covered(CoveringIndex<? super K, ? super V, I, C> covering, MapCursor cursor) {
        I indexKey = indexKey(cursor.key());
        DirectBuffer stored = cursor.value();
        Decoded<K> decoded = decoded(stored);
        UnsafeBuffer rest = new UnsafeBuffer(stored, decoded.length(), stored.capacity() - decoded.length());
        return new CoveredRow<>(indexKey, decoded.key(), covering.covered().decode(rest));
    }

    void checkSame(MapIndex<?, ?, ?> other) {
        if (!other.name().equals(index.name())) {
            throw new StoreException(MapMessages.NO_INDEX.text(other.name(), this));
        }
        map.opened().number(other);
    }

    @Override
    public String toString() {
        return map.name() + " by " + index.name();
    }
}
