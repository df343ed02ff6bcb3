package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
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
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.EntryCursor;
import dev.dormouse.store.writeset.IndexedMaps;
import dev.dormouse.store.writeset.RecordCursor;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** A native transaction as ordered maps of records. */
abstract class LmdbMaps implements IndexedMaps {

    /** Index keys share their room with the number of the index. */
    static final int INDEX_KEY_LIMIT = KeyMemory.LIMIT - KeyPrefix.LENGTH;

    abstract OpenTransaction transaction();

    abstract Tables tables();

    @Override
    public int indexKeyLimit() {
        return INDEX_KEY_LIMIT;
    }

    @Override
    public @Nullable RecordView get(TableDefinition table, KeyBuffer key) {
        LmdbTable known = tables().table(table);
        DirectBuffer value = read(known, key);
        return value == null ? null : known.records().view(value);
    }

    @Override
    public @Nullable RecordView take(TableDefinition table, KeyBuffer key) {
        LmdbTable known = tables().table(table);
        DirectBuffer value = read(known, key);
        return value == null ? null : known.records().copy(value, transaction().records());
    }

    @Override
    public boolean contains(TableDefinition table, KeyBuffer key) {
        return read(tables().table(table), key) != null;
    }

    private @Nullable DirectBuffer read(LmdbTable table, KeyBuffer key) {
        if (key.length() > KeyMemory.LIMIT) {
            return null;
        }
        OpenTransaction transaction = transaction();
        return read(table, transaction, transaction.keys().of(key));
    }

    @Override
    public @Nullable RecordView getUnique(TableDefinition table, IndexDefinition index, KeyBuffer key) {
        LmdbTable known = tables().table(table);
        OpenTransaction transaction = transaction();
        DirectBuffer primaryKey = entry(known, transaction, transaction.keys().of(KeyPrefix.of(index.number()), key));
        if (primaryKey == null) {
            return null;
        }
        DirectBuffer value = read(known, transaction, primaryKey);
        if (value == null) {
            throw missing(known, index, primaryKey);
        }
        return known.records().view(value);
    }

    private static @Nullable DirectBuffer entry(LmdbTable table, OpenTransaction transaction, DirectBuffer key) {
        try {
            return transaction.get(table.maps().entries(), key);
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, table.definition().name());
        }
    }

    static StoreException missing(LmdbTable table, IndexDefinition index, DirectBuffer primaryKey) {
        KeyBuffer key = LmdbRecordCursor.copy(primaryKey, 0, new KeyBuffer());
        return new StoreException(LmdbMessages.MISSING_RECORD.text(
                key, index.name(), table.definition().name()));
    }

    static @Nullable DirectBuffer read(LmdbTable table, OpenTransaction transaction, DirectBuffer key) {
        try {
            return transaction.get(table.maps().records(), key);
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, table.definition().name());
        }
    }

    @Override
    public long count(TableDefinition table) {
        return tables().table(table).maps().records().size(transaction().txn());
    }

    @Override
    public RecordCursor records(TableDefinition table, KeyRange range, boolean reverse) {
        LmdbTable known = tables().table(table);
        RangeCursor cursor = new RangeCursor(
                transaction(), known.maps().records(), KeyPrefix.NONE, LmdbRecordCursor.within(range), reverse);
        return new LmdbRecordCursor(known, cursor);
    }

    @Override
    public EntryCursor entries(TableDefinition table, IndexDefinition index, KeyRange range, boolean reverse) {
        LmdbTable known = tables().table(table);
        RangeCursor cursor =
                new RangeCursor(transaction(), known.maps().entries(), KeyPrefix.of(index.number()), range, reverse);
        return new LmdbEntryCursor(known, index, transaction(), cursor);
    }
}
