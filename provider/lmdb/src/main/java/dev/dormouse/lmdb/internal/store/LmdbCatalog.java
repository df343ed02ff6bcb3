package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.catalog.CatalogMap;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.Lease;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.record.TableRecords;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens the tables of a catalog and keeps the catalog beside them. */
final class LmdbCatalog {

    private final Environment environment;
    private final RecordOptions options;
    private final Map<Integer, TableMaps> opened = new HashMap<>();
    private final CatalogMap map;

    /** Opens all tables in one short transaction, before anything else uses the environment. */
    LmdbCatalog(Environment environment, RecordOptions options) {
        this.environment = environment;
        this.options = options;
        this.map = environment.options().readOnly() ? openForReading() : openForWriting();
    }

    Environment environment() {
        return environment;
    }

    CatalogMap map() {
        return map;
    }

    private CatalogMap openForWriting() {
        try (WriteTransaction transaction = new WriteTransaction(environment, new KeyMemory())) {
            CatalogMap catalogMap = CatalogMap.open(environment, transaction.txn());
            Catalog catalog = catalogMap.read(transaction);
            dropForgotten(transaction.txn(), catalog);
            for (TableDefinition table : catalog.tables().values()) {
                open(transaction.txn(), table);
            }
            transaction.commit();
            return catalogMap;
        }
    }

    private CatalogMap openForReading() {
        try (NativeTransaction txn = environment.env().read()) {
            CatalogMap catalogMap = CatalogMap.open(environment, txn);
            txn.commit();
            return catalogMap;
        }
    }

    private void open(NativeTransaction txn, TableDefinition table) {
        opened.put(table.id(), TableMaps.open(txn, table.id(), false));
    }

    /** Deletes the maps of tables that were dropped while somebody might have been reading them. */
    private void dropForgotten(NativeTransaction txn, Catalog catalog) {
        List<Integer> known =
                catalog.tables().values().stream().map(TableDefinition::id).toList();
        for (String name : txn.mapNames()) {
            int id = TableMaps.tableOf(name);
            if (id >= 0 && !known.contains(id)) {
                txn.map(name, false, false).drop(txn);
            }
        }
    }

    /** Returns the state that a snapshot sees, given one that may be older. Only where another process writes. */
    synchronized Tables read(Lease lease, Tables older) {
        if (map.version(lease) == older.catalog().version() && older != Tables.NONE) {
            return older;
        }
        Catalog catalog = map.read(lease);
        List<TableDefinition> missing = catalog.tables().values().stream()
                .filter(table -> !opened.containsKey(table.id()))
                .toList();
        if (!missing.isEmpty()) {
            try (NativeTransaction txn = environment.env().read()) {
                missing.forEach(table -> open(txn, table));
                txn.commit();
            }
            lease.renew();
            return read(lease, older);
        }
        return tables(catalog);
    }

    /** Returns the state that was committed last. Only where this process writes. */
    Tables read(OpenTransaction transaction) {
        return tables(map.read(transaction));
    }

    private Tables tables(Catalog catalog) {
        List<LmdbTable> all = new ArrayList<>();
        for (TableDefinition table : catalog.tables().values()) {
            TableMaps maps = opened.get(table.id());
            if (maps == null) {
                throw new AssertionError("a table that was not opened: " + table);
            }
            all.add(table(table, maps));
        }
        return Tables.of(catalog, all);
    }

    /** Remembers the maps of tables that were created. */
    synchronized void opened(Tables newer) {
        newer.all().forEach(table -> opened.put(table.definition().id(), table.maps()));
    }

    LmdbTable table(TableDefinition definition, TableMaps maps) {
        String codec = definition.options().getOrDefault(RecordOptions.CODEC, options.codec());
        String compression = definition.options().getOrDefault(RecordOptions.COMPRESSION, options.compression());
        TableRecords records = new TableRecords(
                definition.name(),
                definition.type(),
                codec,
                compression,
                width(definition.type()) & 0xFFFF,
                options.verified());
        return new LmdbTable(definition, maps, records);
    }

    /** The number of all fields, nested ones too: fields are only appended, so it names a version of the type. */
    private static int width(RecordType type) {
        int width = 0;
        for (Field field : type.fields()) {
            StoreType fieldType = field.type() instanceof ArrayType array ? array.element() : field.type();
            width += 1 + (fieldType instanceof RecordType nested ? width(nested) : 0);
        }
        return width;
    }
}
