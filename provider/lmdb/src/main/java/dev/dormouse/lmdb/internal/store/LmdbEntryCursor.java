package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.writeset.EntryCursor;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Walks the entries of an index. The records of the first entries are looked up one by one; from then on a cursor goes to each, since those of neighbours
 * often lie on one page.
 */
final class LmdbEntryCursor implements EntryCursor {

    /** How many look-ups cost less than a cursor. */
    private static final int FEW = 3;

    private final LmdbTable table;
    private final IndexDefinition index;
    private final OpenTransaction transaction;
    private final RangeCursor cursor;
    private @Nullable NativeCursor records;
    private int lookups;
    private final KeyBuffer key = new KeyBuffer(16);
    private final KeyBuffer primaryKey = new KeyBuffer(16);

    LmdbEntryCursor(LmdbTable table, IndexDefinition index, OpenTransaction transaction, RangeCursor cursor) {
        this.table = table;
        this.index = index;
        this.transaction = transaction;
        this.cursor = cursor;
    }

    @Override
    public boolean next() {
        return LmdbRecordCursor.moved(cursor, table);
    }

    @Override
    public int keyLength() {
        return cursor.key().capacity() - KeyPrefix.LENGTH;
    }

    @Override
    public KeyBuffer key() {
        return LmdbRecordCursor.copy(cursor.key(), KeyPrefix.LENGTH, key);
    }

    @Override
    public KeyBuffer primaryKey() {
        return LmdbRecordCursor.copy(cursor.value(), 0, primaryKey);
    }

    @Override
    public RecordView record() {
        DirectBuffer value = lookups < FEW ? LmdbMaps.read(table, transaction, cursor.value()) : sought(cursor.value());
        if (value == null) {
            throw new StoreException(LmdbMessages.MISSING_RECORD.text(
                    primaryKey(), index.name(), table.definition().name()));
        }
        lookups++;
        return table.records().view(value);
    }

    private @Nullable DirectBuffer sought(DirectBuffer wanted) {
        try {
            NativeCursor open = records;
            if (open == null) {
                open = transaction.cursor(table.maps().records());
                records = open;
            }
            return open.at(wanted) ? open.value() : null;
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, table.definition().name());
        }
    }

    @Override
    public void restart(KeyRange range) {
        cursor.restart(range);
    }

    @Override
    public void close() {
        cursor.close();
        NativeCursor open = records;
        if (open != null) {
            records = null;
            transaction.giveBack(table.maps().records(), open);
        }
    }
}
