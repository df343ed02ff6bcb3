package dev.dormouse.internal.memory;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.WritableMaps;
import java.util.HashMap;
import java.util.Map;

/** The newest state in the hands of the writer: tables are copied when they are first written to. */
final class MemoryWriter extends MemoryMaps implements WritableMaps {

    private final MemoryState base;
    private final Map<Integer, MemoryTable> tables;
    private final Map<Integer, MemoryTable> changed = new HashMap<>();
    private final MemoryProbe probe;
    private Catalog catalog;
    private int era;

    MemoryWriter(MemoryState base, MemoryProbe probe) {
        this.base = base;
        this.tables = new HashMap<>(base.tables());
        this.catalog = base.catalog();
        this.probe = probe;
    }

    /** Returns the state as it was written, under the next version. */
    MemoryState result() {
        return new MemoryState(base.version() + 1, catalog, tables);
    }

    @Override
    public long version() {
        return base.version();
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    MemoryTable table(TableDefinition table) {
        return MemoryState.table(tables, table);
    }

    @Override
    int era() {
        return era;
    }

    private void written(String what) {
        era++;
        probe.written(what);
    }

    private MemoryTable tableForChange(TableDefinition table) {
        return changed.computeIfAbsent(table.id(), id -> {
            MemoryTable copy = table(table).copy();
            tables.put(id, copy);
            return copy;
        });
    }

    @Override
    public void put(TableDefinition table, KeyBuffer key, Record record) {
        written("put");
        tableForChange(table).records().put(key.toBytes(), record);
    }

    @Override
    public void delete(TableDefinition table, KeyBuffer key) {
        written("delete");
        if (tableForChange(table).records().remove(key.toBytes()) == null) {
            throw new AssertionError("no record to delete: " + key + " of " + table);
        }
    }

    @Override
    public void putEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey) {
        written("put entry");
        tableForChange(table).entriesForChange(index).put(whole(key, primaryKey), key.length());
    }

    @Override
    public void deleteEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey) {
        written("delete entry");
        if (tableForChange(table).entriesForChange(index).remove(whole(key, primaryKey)) == null) {
            throw new AssertionError("no entry to delete: " + key + " of " + index + " of " + table);
        }
    }

    private static byte[] whole(KeyBuffer key, KeyBuffer primaryKey) {
        return new KeyBuffer(key.length() + primaryKey.length())
                .put(key)
                .put(primaryKey)
                .toBytes();
    }

    @Override
    public void createTable(TableDefinition table) {
        written("create table");
        MemoryTable empty = new MemoryTable();
        tables.put(table.id(), empty);
        changed.put(table.id(), empty);
    }

    @Override
    public void dropTable(TableDefinition table) {
        written("drop table");
        tables.remove(table.id());
        changed.remove(table.id());
    }

    @Override
    public void truncate(TableDefinition table) {
        createTable(table);
    }

    @Override
    public void dropIndex(TableDefinition table, IndexDefinition index) {
        written("drop index");
        tableForChange(table).dropIndex(index);
    }

    @Override
    public void catalog(Catalog newer) {
        written("catalog");
        catalog = newer;
    }
}
