package dev.dormouse.store.writeset;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.CatalogEdit;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SchemaConflictException;
import dev.dormouse.store.catalog.Widening;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Changes a schema under the writer: the catalog, and the records and entries with it. If it fails, the store gives up everything that it wrote.
 */
public final class SchemaWork {

    private static final int CHUNK = 1000;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] key, byte[] primaryKey) {}

    private final WritableMaps maps;
    private final CommitLog commits;
    private final List<Integer> replaced = new ArrayList<>();

    /** Makes it for the writer's state. */
    public SchemaWork(WritableMaps maps, CommitLog commits) {
        this.maps = maps;
        this.commits = commits;
    }

    /**
     * Applies changes in order and gives the new catalog to the maps.
     *
     * @throws StoreException if a change contradicts the catalog
     * @throws ConstraintViolationException if records contradict a change
     */
    public void run(List<SchemaChange> changes) {
        CatalogEdit edit = new CatalogEdit(maps.catalog());
        for (SchemaChange change : changes) {
            Catalog before = edit.catalog();
            try {
                edit.apply(change);
            } catch (SchemaConflictException e) {
                throw new StoreException(String.valueOf(e.getMessage()), e);
            }
            carryOut(change, before, edit.catalog());
        }
        maps.catalog(edit.catalog());
        commits.addReplaced(maps.version() + 1, replaced);
    }

    private void carryOut(SchemaChange change, Catalog before, Catalog after) {
        if (change instanceof SchemaChange.CreateTable create) {
            maps.createTable(table(after, create.table().name()));
        } else if (change instanceof SchemaChange.WidenTable widen) {
            widen(
                    table(before, widen.table().name()),
                    table(after, widen.table().name()));
        } else if (change instanceof SchemaChange.DropTable drop) {
            TableDefinition table = table(before, drop.table());
            maps.dropTable(table);
            replaced.add(table.id());
        } else if (change instanceof SchemaChange.TruncateTable truncate) {
            TableDefinition table = table(after, truncate.table());
            maps.truncate(table);
            replaced.add(table.id());
        } else if (change instanceof SchemaChange.CreateIndex create) {
            fillNewIndexes(table(before, create.table()), table(after, create.table()));
        } else if (change instanceof SchemaChange.DropIndex drop) {
            TableDefinition table = table(before, drop.table());
            maps.dropIndex(table, table.index(drop.index()).orElseThrow());
        } else if (change instanceof SchemaChange.CreateForeignKey create) {
            TableDefinition table = table(after, create.table());
            fillNewIndexes(table(before, create.table()), table);
            checkReference(after, table, create.foreignKey().name());
        }
    }

    private static TableDefinition table(Catalog catalog, String name) {
        return catalog.table(name).orElseThrow(() -> new AssertionError("the edit checked the table " + name));
    }

    private void widen(TableDefinition before, TableDefinition after) {
        Widening.newFieldNotNullable(before.type(), after.type()).ifPresent(field -> {
            try (RecordCursor records = maps.records(before, KeyRange.ALL, false)) {
                if (records.next()) {
                    throw new ConstraintViolationException(
                            Kind.NOT_NULL,
                            after.name(),
                            field,
                            StoreMessages.NOT_NULLABLE_IN_FILLED_TABLE.text(field, after.name()));
                }
            }
        });
    }

    private void fillNewIndexes(TableDefinition before, TableDefinition after) {
        for (IndexDefinition index : after.indexes()) {
            if (!before.indexes().contains(index)) {
                fill(after, index);
                if (index.unique()) {
                    checkUnique(after, index);
                }
            }
        }
    }

    private void fill(TableDefinition table, IndexDefinition index) {
        EntryKeys keys = new EntryKeys();
        List<Entry> chunk = new ArrayList<>();
        KeyRange rest = KeyRange.ALL;
        while (true) {
            chunk.clear();
            byte[] last = null;
            try (RecordCursor records = maps.records(table, rest, false)) {
                for (int i = 0; i < CHUNK && records.next(); i++) {
                    last = records.key().toBytes();
                    keys.compute(index, records.record(), maps.indexKeyLimit());
                    for (int k = 0; k < keys.count(); k++) {
                        chunk.add(new Entry(keys.key(k).toBytes(), last));
                    }
                }
            }
            for (Entry entry : chunk) {
                maps.putEntry(table, index, KeyBuffer.of(entry.key), KeyBuffer.of(entry.primaryKey));
            }
            if (last == null) {
                return;
            }
            rest = KeyRange.of(Arrays.copyOf(last, last.length + 1), null);
        }
    }

    private void checkUnique(TableDefinition table, IndexDefinition index) {
        try (EntryCursor entries = maps.entries(table, index, KeyRange.ALL, false)) {
            KeyBuffer earlier = new KeyBuffer();
            byte[] earlierPrimaryKey = null;
            while (entries.next()) {
                if (earlierPrimaryKey != null
                        && earlier.equals(entries.key())
                        && UniqueRule.contradicts(
                                index,
                                entries.record(),
                                Objects.requireNonNull(maps.get(table, KeyBuffer.of(earlierPrimaryKey))))) {
                    String found = KeyTexts.of(KeyTexts.decoded(table, earlierPrimaryKey)) + " and "
                            + KeyTexts.of(
                                    KeyTexts.decoded(table, entries.primaryKey().toBytes()));
                    throw new ConstraintViolationException(
                            Kind.UNIQUE,
                            table.name(),
                            index.name(),
                            StoreMessages.BACK_FILL_FAILED.text(index.name(), table.name(), found));
                }
                earlier.clear().put(entries.key());
                earlierPrimaryKey = entries.primaryKey().toBytes();
            }
        }
    }

    private void checkReference(Catalog catalog, TableDefinition table, String name) {
        for (Reference reference : catalog.outgoing(table.id())) {
            if (reference.foreignKey().name().equals(name)) {
                try (ConstraintCheck check = new ConstraintCheck(maps);
                        RecordCursor records = maps.records(table, KeyRange.ALL, false)) {
                    while (records.next()) {
                        check.targets(reference, records.record());
                    }
                }
            }
        }
    }
}
