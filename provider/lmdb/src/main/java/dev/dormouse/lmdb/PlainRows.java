package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.record.ValueRecords;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.value.ValueBuffer;
import dev.dormouse.lmdb.value.ValueType;
import dev.dormouse.store.record.KeyBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Values in the row. */
final class PlainRows<V> implements RowForm<V> {

    private final LmdbTransaction transaction;
    private final ValueRecords records;
    private final ValueType<V> type;
    private final boolean readsInPlace;
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    PlainRows(LmdbTransaction transaction, OpenedMap<?, V> map) {
        this.transaction = transaction;
        this.records = map.records();
        this.type = map.descriptor().valueType();
        this.readsInPlace = type.readsInPlace();
    }

    @Override
    public V read(KeyBuffer key, DirectBuffer stored) {
        return read(stored);
    }

    @Override
    public V read(MapCursor cursor) {
        return read(cursor.value());
    }

    private V read(DirectBuffer stored) {
        return type.decode(records.content(stored, readsInPlace ? own(stored) : view));
    }

    /** Returns a buffer for one value alone; what is not the store's own memory is copied, since it is used again. */
    private static UnsafeBuffer own(DirectBuffer stored) {
        return new UnsafeBuffer(stored);
    }

    @Override
    public DirectBuffer encode(V value) {
        ValueBuffer out = transaction.value();
        type.encode(out, value);
        return records.encode(out.array(), out.length(), transaction.encoded());
    }

    @Override
    public void written(KeyBuffer key, V value) {
        // All is in the row.
    }

    @Override
    public void removed(KeyBuffer key) {
        // All was in the row.
    }

    @Override
    public int longestKey() {
        return KeyType.LIMIT;
    }
}
