package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.writeset.EntryCursor;
import org.agrona.DirectBuffer;

/** Walks the entries of an index. */
final class LmdbEntryCursor implements EntryCursor {

    private final LmdbTable table;
    private final IndexDefinition index;
    private final OpenTransaction transaction;
    private final RangeCursor cursor;
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
        DirectBuffer value = LmdbMaps.read(table, transaction, cursor.value());
        if (value == null) {
            throw LmdbMaps.missing(table, index, cursor.value());
        }
        return table.records().view(value);
    }

    @Override
    public void restart(KeyRange range) {
        cursor.restart(range);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
