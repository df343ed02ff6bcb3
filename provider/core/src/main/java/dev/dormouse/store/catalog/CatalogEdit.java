package dev.dormouse.store.catalog;

import dev.dormouse.store.catalog.SchemaChange.CreateForeignKey;
import dev.dormouse.store.catalog.SchemaChange.CreateIndex;
import dev.dormouse.store.catalog.SchemaChange.CreateSequence;
import dev.dormouse.store.catalog.SchemaChange.CreateTable;
import dev.dormouse.store.catalog.SchemaChange.DropForeignKey;
import dev.dormouse.store.catalog.SchemaChange.DropIndex;
import dev.dormouse.store.catalog.SchemaChange.DropSequence;
import dev.dormouse.store.catalog.SchemaChange.DropTable;
import dev.dormouse.store.catalog.SchemaChange.RenameTable;
import dev.dormouse.store.catalog.SchemaChange.TruncateTable;
import dev.dormouse.store.catalog.SchemaChange.WidenTable;
import dev.dormouse.store.catalog.SequenceDefinition.GeneratorRow;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns one catalog into the next: gives numbers, refuses what contradicts, and adds the index that every reference needs. Used once. */
public final class CatalogEdit {

    private final long version;
    private final Map<String, TableDefinition> tables;
    private final Map<String, SequenceDefinition> sequences;
    private int lastTableId;

    /** Begins with a catalog; the result has the next version. */
    public CatalogEdit(Catalog before) {
        version = before.version() + 1;
        tables = new LinkedHashMap<>(before.tables());
        sequences = new LinkedHashMap<>(before.sequences());
        lastTableId = before.lastTableId();
    }

    /** Returns the catalog as it is now. */
    public Catalog catalog() {
        return new Catalog(version, tables, sequences, lastTableId);
    }

    /**
     * Makes one change.
     *
     * @throws SchemaConflictException if a name is missing or taken, or a definition contradicts itself
     */
    public void apply(SchemaChange change) {
        if (change instanceof CreateTable create) {
            createTable(create.table());
        } else if (change instanceof WidenTable widen) {
            TableDefinition before = table(widen.table().name());
            Widening.check(before, widen.table());
            TableDefinition wider = before.withType(
                            widen.table().type(), widen.table().columns())
                    .withOptions(widen.table().options());
            checkStoreId(before, wider);
            put(wider);
        } else if (change instanceof RenameTable rename) {
            renameTable(table(rename.table()), rename.name());
        } else if (change instanceof DropTable drop) {
            dropTable(table(drop.table()));
        } else if (change instanceof TruncateTable truncate) {
            table(truncate.table());
        } else if (change instanceof CreateIndex create) {
            put(withIndex(table(create.table()), create.index()));
        } else if (change instanceof DropIndex drop) {
            dropIndex(table(drop.table()), drop.index());
        } else if (change instanceof CreateForeignKey create) {
            createForeignKey(table(create.table()), create.foreignKey());
        } else if (change instanceof DropForeignKey drop) {
            dropForeignKey(table(drop.table()), drop.foreignKey());
        } else {
            applyToSequences(change);
        }
    }

    private void applyToSequences(SchemaChange change) {
        if (change instanceof CreateSequence create) {
            String name = Catalog.folded(create.sequence().name());
            if (create.sequence().increment() == 0) {
                throw SchemaConflictException.invalid(name, "sequence", "An increment must not be 0");
            }
            if (sequences.putIfAbsent(name, create.sequence()) != null) {
                throw SchemaConflictException.exists(create.sequence().name(), "the catalog");
            }
        } else if (change instanceof DropSequence drop) {
            if (sequences.remove(Catalog.folded(drop.sequence())) == null) {
                throw SchemaConflictException.missing(drop.sequence(), "the catalog");
            }
        } else {
            throw new AssertionError("an unknown change of the schema: " + change);
        }
    }

    private TableDefinition table(String name) {
        TableDefinition table = tables.get(Catalog.folded(name));
        if (table == null) {
            throw SchemaConflictException.missingTable(name);
        }
        return table;
    }

    private void put(TableDefinition table) {
        tables.put(Catalog.folded(table.name()), table);
    }

    private void createTable(TableDefinition wanted) {
        if (tables.containsKey(Catalog.folded(wanted.name()))) {
            throw SchemaConflictException.tableExists(wanted.name());
        }
        TableRules.checkTable(wanted);
        checkStoreId(null, wanted);
        TableDefinition table =
                wanted.withId(++lastTableId).withIndexes(List.of()).withForeignKeys(List.of());
        for (IndexDefinition index : wanted.indexes()) {
            table = withIndex(table, index);
        }
        put(table);
        for (ForeignKeyDefinition foreignKey : wanted.foreignKeys()) {
            createForeignKey(table(wanted.name()), foreignKey);
        }
    }

    /** An id is given once, to one table. */
    private void checkStoreId(@Nullable TableDefinition before, TableDefinition after) {
        Optional<UUID> had = before == null ? Optional.empty() : before.storeId();
        Optional<UUID> has = after.storeId();
        if (had.isPresent() && !had.equals(has)) {
            throw SchemaConflictException.invalid(had.get().toString(), after.name(), "A table must keep its id");
        }
        for (TableDefinition other : tables.values()) {
            if (has.isPresent() && has.equals(other.storeId()) && (before == null || other.id() != before.id())) {
                throw SchemaConflictException.invalid(
                        has.get().toString(), after.name(), "The table '" + other.name() + "' has this id already");
            }
        }
    }

    private void renameTable(TableDefinition table, String name) {
        TableDefinition namesake = tables.get(Catalog.folded(name));
        if (namesake != null && namesake.id() != table.id()) {
            throw SchemaConflictException.tableExists(name);
        }
        tables.remove(Catalog.folded(table.name()));
        put(table.withName(name));
        tables.replaceAll((key, other) -> other.withForeignKeys(other.foreignKeys().stream()
                .map(reference -> isTo(table, reference)
                        ? new ForeignKeyDefinition(reference.name(), reference.paths(), name, reference.targetPaths())
                        : reference)
                .toList()));
        sequences.replaceAll((key, sequence) -> new SequenceDefinition(
                sequence.name(),
                sequence.first(),
                sequence.increment(),
                sequence.row()
                        .map(row -> Catalog.folded(row.table()).equals(Catalog.folded(table.name()))
                                ? new GeneratorRow(name, row.keyColumn(), row.key(), row.valueColumn())
                                : row)));
    }

    private static boolean isTo(TableDefinition table, ForeignKeyDefinition reference) {
        return Catalog.folded(reference.target()).equals(Catalog.folded(table.name()));
    }

    private static TableDefinition withIndex(TableDefinition table, IndexDefinition index) {
        TableRules.checkIndex(table, index);
        if (table.index(index.name()).isPresent()) {
            throw SchemaConflictException.exists(index.name(), table.name());
        }
        int number =
                table.indexes().stream().mapToInt(IndexDefinition::number).max().orElse(0) + 1;
        List<IndexDefinition> more = new ArrayList<>(table.indexes());
        more.add(new IndexDefinition(number, index.name(), index.parts(), index.unique()));
        return table.withIndexes(more);
    }

    private void dropTable(TableDefinition table) {
        for (Reference reference : catalog().incoming(table.id())) {
            if (reference.source().id() != table.id()) {
                throw SchemaConflictException.referredTo(
                        table.name(),
                        reference.foreignKey().name(),
                        reference.source().name());
            }
        }
        tables.remove(Catalog.folded(table.name()));
    }

    private void dropIndex(TableDefinition table, String name) {
        IndexDefinition index =
                table.index(name).orElseThrow(() -> SchemaConflictException.missing(name, table.name()));
        for (Reference reference : catalog().incoming(table.id())) {
            if (reference.targetIndex().filter(index::equals).isPresent()) {
                throw SchemaConflictException.referredTo(
                        name, reference.foreignKey().name(), reference.source().name());
            }
        }
        put(table.withIndexes(table.indexes().stream()
                .filter(i -> i.number() != index.number())
                .toList()));
    }

    private void createForeignKey(TableDefinition table, ForeignKeyDefinition foreignKey) {
        if (table.foreignKeys().stream().anyMatch(f -> f.name().equals(foreignKey.name()))) {
            throw SchemaConflictException.exists(foreignKey.name(), table.name());
        }
        TableDefinition target = table(foreignKey.target());
        TableRules.checkForeignKey(table, foreignKey, target);
        Reference reference = Reference.resolve(table, foreignKey, target)
                .orElseThrow(() -> SchemaConflictException.invalid(
                        foreignKey.name(),
                        table.name(),
                        "A reference must be to the primary key of the target or to a unique index of it"));
        TableDefinition indexed =
                reference.sourceOrder().isEmpty() ? withIndex(table, indexFor(table, foreignKey)) : table;
        List<ForeignKeyDefinition> more = new ArrayList<>(indexed.foreignKeys());
        more.add(foreignKey);
        put(indexed.withForeignKeys(more));
    }

    private static IndexDefinition indexFor(TableDefinition table, ForeignKeyDefinition foreignKey) {
        String name = foreignKey.name();
        for (int i = 2; table.index(name).isPresent(); i++) {
            name = foreignKey.name() + "_" + i;
        }
        return new IndexDefinition(
                0,
                name,
                foreignKey.paths().stream()
                        .map(path -> new IndexPart(path, false))
                        .toList(),
                false);
    }

    private void dropForeignKey(TableDefinition table, String name) {
        List<ForeignKeyDefinition> fewer =
                table.foreignKeys().stream().filter(f -> !f.name().equals(name)).toList();
        if (fewer.size() == table.foreignKeys().size()) {
            throw SchemaConflictException.missing(name, table.name());
        }
        put(table.withForeignKeys(fewer));
    }
}
