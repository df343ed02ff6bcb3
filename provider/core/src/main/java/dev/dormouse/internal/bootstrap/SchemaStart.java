package dev.dormouse.internal.bootstrap;

import dev.dormouse.internal.layout.UnitLayout;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.UnitSettings;
import dev.dormouse.store.Store;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaManager;
import java.util.ArrayList;
import java.util.List;

/** Brings the schema of a store to what a unit wants when its factory starts: creates tables and sequences that are missing. */
final class SchemaStart implements SchemaManager {

    private static final String STANDARD = "jakarta.persistence.schema-generation.";

    private final String unit;
    private final UnitLayout layout;
    private final Store store;
    private final UnitSettings settings;

    SchemaStart(String unit, UnitLayout layout, Store store, UnitSettings settings) {
        this.unit = unit;
        this.layout = layout;
        this.store = store;
        this.settings = settings;
    }

    void run() {
        for (String key : settings.standard().keySet()) {
            if (key.startsWith(STANDARD) && !"none".equals(settings.standardText(key))) {
                throw notYet("property " + key);
            }
        }
        if (settings.values().choice(DormouseSettings.SCHEMA).equals("update")) {
            createMissing();
        }
    }

    private void createMissing() {
        Catalog catalog = store.catalog();
        List<SchemaChange> changes = new ArrayList<>();
        for (TableDefinition table : layout.tables()) {
            if (catalog.table(table.name()).isEmpty()) {
                changes.add(new SchemaChange.CreateTable(table));
            }
        }
        for (SequenceDefinition sequence : layout.sequences()) {
            if (catalog.sequence(sequence.name()).isEmpty()) {
                changes.add(new SchemaChange.CreateSequence(sequence));
            }
        }
        if (!changes.isEmpty()) {
            store.change(changes);
        }
    }

    private PersistenceException notYet(String what) {
        return new PersistenceException(
                BootstrapMessages.NOT_SUPPORTED_YET.text(what, unit, "Use dormouse.schema."),
                new UnsupportedOperationException(what));
    }

    @Override
    public void create(boolean createSchemas) {
        throw notYet("SchemaManager.create");
    }

    @Override
    public void drop(boolean dropSchemas) {
        throw notYet("SchemaManager.drop");
    }

    @Override
    public void validate() {
        throw notYet("SchemaManager.validate");
    }

    @Override
    public void truncate() {
        throw notYet("SchemaManager.truncate");
    }
}
