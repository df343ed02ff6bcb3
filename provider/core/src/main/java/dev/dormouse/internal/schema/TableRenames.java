package dev.dormouse.internal.schema;

import dev.dormouse.internal.layout.UnitLayout;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.CatalogEdit;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the tables of a unit that have another name in the catalog, by their ids. */
final class TableRenames {

    private final CatalogEdit edit;
    private final SchemaDifferences differences;

    private record Rename(TableDefinition existing, TableDefinition wanted) {

        UUID storeId() {
            return existing.storeId().orElseThrow();
        }
    }

    private TableRenames(Catalog catalog, SchemaDifferences differences) {
        this.edit = new CatalogEdit(catalog);
        this.differences = differences;
    }

    /** Adds the renames to the differences, one that makes room for another before it, and returns the catalog after them. */
    static Catalog apply(Catalog catalog, UnitLayout unit, SchemaDifferences differences) {
        return new TableRenames(catalog, differences).apply(unit);
    }

    private Catalog apply(UnitLayout unit) {
        List<Rename> left = renames(edit.catalog(), unit);
        List<Rename> blocked = left;
        do {
            left = blocked;
            blocked = new ArrayList<>();
            for (Rename rename : left) {
                if (edit.catalog().table(rename.wanted.name()).isPresent()) {
                    blocked.add(rename);
                } else {
                    rename(rename);
                }
            }
        } while (blocked.size() < left.size());
        blocked.forEach(rename -> differences.conflict(
                SchemaMessages.NAME_TAKEN, rename.existing.name(), rename.storeId(), rename.wanted.name()));
        return edit.catalog();
    }

    private void rename(Rename rename) {
        SchemaChange change = new SchemaChange.RenameTable(rename.existing.name(), rename.wanted.name());
        edit.apply(change);
        differences.missing(
                SchemaMessages.TABLE_RENAMED, rename.existing.name(), rename.storeId(), rename.wanted.name());
        differences.change(change);
    }

    private static List<Rename> renames(Catalog catalog, UnitLayout unit) {
        List<Rename> renames = new ArrayList<>();
        for (TableDefinition wanted : unit.tables()) {
            Optional<TableDefinition> existing = wanted.storeId().flatMap(catalog::table);
            existing.filter(table -> !Catalog.folded(table.name()).equals(Catalog.folded(wanted.name())))
                    .ifPresent(table -> renames.add(new Rename(table, wanted)));
        }
        return renames;
    }
}
