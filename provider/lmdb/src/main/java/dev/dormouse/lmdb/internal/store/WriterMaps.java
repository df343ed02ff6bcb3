package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.record.RecordBuffer;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.WritableMaps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/** The newest state while a batch is written. Belongs to the leading thread. */
final class WriterMaps extends LmdbMaps implements WritableMaps {

    private final WriteTransaction transaction;
    private final LmdbCatalog catalogs;
    private final RecordBuffer encoded;
    private final KeyMemory values;
    private final Map<Integer, TableMaps> created = new HashMap<>();
    private Tables tables;
    private long version;

    WriterMaps(
            WriteTransaction transaction,
            LmdbCatalog catalogs,
            Committed newest,
            RecordBuffer encoded,
            KeyMemory values) {
        this.transaction = transaction;
        this.catalogs = catalogs;
        this.tables = newest.tables();
        this.version = newest.version();
        this.encoded = encoded;
        this.values = values;
    }

    @Override
    WriteTransaction transaction() {
        return transaction;
    }

    @Override
    Tables tables() {
        return tables;
    }

    @Override
    public long version() {
        return version;
    }

    void raiseVersion() {
        version++;
    }

    @Override
    public Catalog catalog() {
        return tables.catalog();
    }

    @Override
    public void put(TableDefinition table, KeyBuffer key, Record record) {
        LmdbTable known = tables.table(table);
        if (key.length() > KeyMemory.LIMIT) {
            throw new StoreException(LmdbMessages.KEY_TOO_LONG.text(key.length(), table.name(), KeyMemory.LIMIT));
        }
        transaction.put(
                known.maps().records(),
                transaction.keys().of(key),
                known.records().encode(record, encoded));
    }

    @Override
    public boolean patch(TableDefinition table, KeyBuffer key, List<FieldChange> changes) {
        LmdbTable known = tables.table(table);
        DirectBuffer place = transaction.keys().of(key);
        DirectBuffer stored = read(known, transaction, place);
        DirectBuffer patched = stored == null ? null : known.records().patched(stored, changes, encoded);
        if (patched != null) {
            transaction.replace(known.maps().records(), place, patched);
        }
        return patched != null;
    }

    @Override
    public void delete(TableDefinition table, KeyBuffer key) {
        if (!transaction.delete(
                tables.table(table).maps().records(), transaction.keys().of(key))) {
            throw new AssertionError("no record to delete: " + key + " in " + table);
        }
    }

    @Override
    public void putEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey) {
        transaction.add(tables.table(table).maps().entries(), entry(index, key), values.of(primaryKey));
    }

    @Override
    public void putNextEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey) {
        transaction.addNext(tables.table(table).maps().entries(), entry(index, key), values.of(primaryKey));
    }

    @Override
    public void deleteEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey) {
        DirectBuffer value = values.of(primaryKey);
        if (!transaction.delete(tables.table(table).maps().entries(), entry(index, key), value)) {
            throw new StoreException(LmdbMessages.MISSING_ENTRY.text(key, index.name(), table.name()));
        }
    }

    private DirectBuffer entry(IndexDefinition index, KeyBuffer key) {
        return transaction.keys().of(KeyPrefix.of(index.number()), key);
    }

    @Override
    public void createTable(TableDefinition table) {
        transaction.countWrite();
        TableMaps maps = TableMaps.open(transaction.txn(), table.id(), true);
        created.put(table.id(), maps);
        tables = tables.with(catalogs.table(table, maps));
    }

    @Override
    public void dropTable(TableDefinition table) {
        truncate(table);
    }

    @Override
    public void truncate(TableDefinition table) {
        TableMaps maps = tables.table(table).maps();
        transaction.empty(maps.records());
        transaction.empty(maps.entries());
    }

    @Override
    public void dropIndex(TableDefinition table, IndexDefinition index) {
        byte[] prefix = KeyPrefix.of(index.number());
        try (NativeCursor cursor = transaction.cursor(tables.table(table).maps().entries())) {
            DirectBuffer first = transaction.keys().of(prefix, prefix.length);
            while (cursor.from(first) && startsWith(cursor.key(), prefix)) {
                transaction.countWrite();
                cursor.delete();
            }
        }
    }

    private static boolean startsWith(DirectBuffer key, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (key.getByte(i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void catalog(Catalog newer) {
        checkStoreIds(newer);
        List<LmdbTable> all = new ArrayList<>();
        for (TableDefinition definition : newer.tables().values()) {
            LmdbTable old = tables.find(definition.id());
            TableMaps maps = created.getOrDefault(definition.id(), old == null ? null : old.maps());
            if (maps == null) {
                throw new AssertionError("a table that was not created: " + definition);
            }
            all.add(catalogs.table(definition, maps));
        }
        catalogs.map().write(transaction, tables.catalog(), newer);
        tables = Tables.of(newer, all);
    }

    /** An id stands for one table or one typed map. */
    private void checkStoreIds(Catalog newer) {
        List<TableDefinition> fresh = newer.tables().values().stream()
                .filter(table -> table.storeId().isPresent()
                        && tables.catalog().table(table.storeId().get()).isEmpty())
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        for (MapDefinition map : catalogs.map().maps(transaction)) {
            for (TableDefinition table : fresh) {
                if (table.storeId().filter(map.uuid()::equals).isPresent()) {
                    throw new StoreException(MapMessages.UUID_OF_TABLE.text(map.uuid(), table.name(), map.name()));
                }
            }
        }
    }
}
