package dev.dormouse.internal.schema;

import dev.dormouse.internal.layout.UnitLayout;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.SchemaValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a unit ({@link SchemaManager}). The schemas that table names may carry are a part of
 * the name here, so there is nothing to create or drop for them.
 */
public final class UnitSchema implements SchemaManager {

    /** How often a change is thought over again because another factory changed the catalog meanwhile. */
    private static final int ATTEMPTS = 10;

    private final Store store;
    private final UnitLayout unit;

    /** Makes the schema of a unit in a store. */
    public UnitSchema(Store store, UnitLayout unit) {
        this.store = store;
        this.unit = unit;
    }

    /**
     * Does what is to be done when a factory starts.
     *
     * @throws PersistenceException if an existing table contradicts the mapping, the store refuses a change, or the schema is to fit and does not
     */
    public void apply(SchemaAction action) {
        switch (action) {
            case NONE -> {}
            case UPDATE, CREATE -> change(this::additions);
            case DROP -> change(this::removals);
            case DROP_AND_CREATE -> change(this::replacement);
            case VALIDATE -> requireFit();
        }
    }

    /** Creates what is missing and widens what exists; both may be there already. */
    @Override
    public void create(boolean createSchemas) {
        apply(SchemaAction.CREATE);
    }

    /** Drops the tables and sequences of the unit that exist, with all records. */
    @Override
    public void drop(boolean dropSchemas) {
        apply(SchemaAction.DROP);
    }

    private void requireFit() {
        List<String> differences = differences();
        if (!differences.isEmpty()) {
            throw new PersistenceException(
                    SchemaMessages.INVALID.text(differences.size()) + "\n" + String.join("\n", differences));
        }
    }

    private List<String> differences() {
        Catalog catalog = store.catalog();
        List<String> differences =
                new ArrayList<>(SchemaDifferences.between(catalog, unit).all());
        existing(catalog).forEach(table -> differences.addAll(store.differences(table)));
        return differences;
    }

    @Override
    public void validate() throws SchemaValidationException {
        List<String> differences = differences();
        if (!differences.isEmpty()) {
            throw new SchemaValidationException(
                    SchemaMessages.INVALID.text(differences.size()),
                    differences.stream().map(PersistenceException::new).toArray(Exception[]::new));
        }
    }

    /** Removes the records of all tables of the unit; the tables of generators keep theirs, so that no id comes twice. */
    @Override
    public void truncate() {
        Set<String> generators = unit.sequences().stream()
                .flatMap(sequence -> sequence.row().stream())
                .map(row -> Catalog.folded(row.table()))
                .collect(Collectors.toSet());
        change(catalog -> existing(catalog).stream()
                .filter(table -> !generators.contains(Catalog.folded(table.name())))
                .<SchemaChange>map(table -> new SchemaChange.TruncateTable(table.name()))
                .toList());
    }

    private List<SchemaChange> additions(Catalog catalog) {
        SchemaDifferences differences = SchemaDifferences.between(catalog, unit);
        return differences.changes().stream()
                .map(change -> change instanceof SchemaChange.CreateSequence create
                        ? goingOn(
                                create,
                                differences.predecessors().get(create.sequence().name()))
                        : change)
                .toList();
    }

    /** Begins a sequence with the next number of the one that it replaces. */
    private SchemaChange goingOn(SchemaChange.CreateSequence create, @Nullable String predecessor) {
        if (predecessor == null) {
            return create;
        }
        SequenceDefinition wanted = create.sequence();
        return new SchemaChange.CreateSequence(
                new SequenceDefinition(wanted.name(), store.take(predecessor, 1), wanted.increment(), wanted.row()));
    }

    private List<SchemaChange> removals(Catalog catalog) {
        List<SchemaChange> changes = new ArrayList<>();
        List<TableDefinition> tables = removed(catalog);
        for (TableDefinition table : tables) {
            for (ForeignKeyDefinition reference : table.foreignKeys()) {
                changes.add(new SchemaChange.DropForeignKey(table.name(), reference.name()));
            }
        }
        for (SequenceDefinition sequence : unit.sequences()) {
            if (catalog.sequence(sequence.name()).isPresent()) {
                changes.add(new SchemaChange.DropSequence(sequence.name()));
            }
        }
        tables.forEach(table -> changes.add(new SchemaChange.DropTable(table.name())));
        return changes;
    }

    private List<SchemaChange> replacement(Catalog catalog) {
        List<SchemaChange> changes = new ArrayList<>(removals(catalog));
        changes.addAll(SchemaDifferences.between(without(catalog), unit).changes());
        return changes;
    }

    /** Returns the catalog as it is when the unit's tables and sequences are gone. */
    private Catalog without(Catalog catalog) {
        List<TableDefinition> tables = removed(catalog);
        Set<String> sequences = unit.sequences().stream()
                .map(sequence -> Catalog.folded(sequence.name()))
                .collect(Collectors.toSet());
        return Catalog.of(
                catalog.version(),
                catalog.tables().values().stream()
                        .filter(table -> !tables.contains(table))
                        .toList(),
                catalog.sequences().values().stream()
                        .filter(sequence -> !sequences.contains(Catalog.folded(sequence.name())))
                        .toList());
    }

    private List<TableDefinition> existing(Catalog catalog) {
        return unit.tables().stream()
                .map(table -> catalog.table(table.name()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the tables of the unit under their names, and those that have their ids under others. */
    private List<TableDefinition> removed(Catalog catalog) {
        return Stream.concat(
                        existing(catalog).stream(),
                        unit.tables().stream().flatMap(table -> table.storeId().flatMap(catalog::table).stream()))
                .distinct()
                .toList();
    }

    /** Several factories may start at a time: what was refused is tried again as long as the catalog moves. */
    private void change(Function<Catalog, List<SchemaChange>> wanted) {
        for (int attempt = 1; ; attempt++) {
            Catalog catalog = store.catalog();
            List<SchemaChange> changes = wanted.apply(catalog);
            if (changes.isEmpty()) {
                return;
            }
            try {
                store.change(changes);
                return;
            } catch (StoreException e) {
                if (attempt == ATTEMPTS || store.catalog().version() == catalog.version()) {
                    throw new PersistenceException(SchemaMessages.CHANGE_REFUSED.text(e.getMessage()), e);
                }
            }
        }
    }
}
