package dev.dormouse.internal.schema;

import dev.dormouse.failure.Message;
import dev.dormouse.internal.layout.UnitLayout;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a catalog lacks of what a unit wants: the changes that add it, and in words; and what no change can mend. */
final class SchemaDifferences {

    private final List<String> conflicts = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<SchemaChange> changes = new ArrayList<>();
    private final Map<String, TableDefinition> widened = new LinkedHashMap<>();
    private final Map<String, String> predecessors = new HashMap<>();

    private SchemaDifferences() {}

    static SchemaDifferences between(Catalog catalog, UnitLayout unit) {
        SchemaDifferences differences = new SchemaDifferences();
        differences.compare(TableRenames.apply(catalog, unit, differences), unit);
        return differences;
    }

    private void compare(Catalog catalog, UnitLayout unit) {
        List<TableComparison> comparisons = new ArrayList<>();
        for (TableDefinition wanted : unit.tables()) {
            Optional<TableDefinition> existing = catalog.table(wanted.name());
            if (existing.isEmpty()) {
                missing(SchemaMessages.TABLE_MISSING, wanted.name());
                change(new SchemaChange.CreateTable(wanted.withForeignKeys(List.of())));
            } else {
                widened.put(wanted.name(), existing.get());
                sequence(catalog, unit, existing.get(), wanted);
                TableComparison comparison = new TableComparison(existing.get(), wanted, this);
                comparison.compare();
                comparisons.add(comparison);
            }
        }
        references(catalog, unit, comparisons);
        sequences(catalog, unit);
    }

    /** A sequence that is named after its table or entity goes on under the new name. */
    private void sequence(Catalog catalog, UnitLayout unit, TableDefinition existing, TableDefinition wanted) {
        String before = existing.options().get(TableDefinition.SEQUENCE);
        String after = wanted.options().get(TableDefinition.SEQUENCE);
        if (before != null
                && after != null
                && catalog.sequence(before).isPresent()
                && catalog.sequence(after).isEmpty()) {
            predecessors.put(after, before);
            boolean isWanted = unit.sequences().stream()
                    .anyMatch(other -> Catalog.folded(other.name()).equals(Catalog.folded(before)));
            if (!isWanted) {
                change(new SchemaChange.DropSequence(before));
            }
        }
    }

    private void references(Catalog catalog, UnitLayout unit, List<TableComparison> comparisons) {
        for (TableDefinition wanted : unit.tables()) {
            if (catalog.table(wanted.name()).isEmpty()) {
                for (ForeignKeyDefinition reference : wanted.foreignKeys()) {
                    change(new SchemaChange.CreateForeignKey(wanted.name(), reference));
                }
            }
        }
        if (conflicts.isEmpty()) {
            comparisons.forEach(comparison -> comparison.compareReferences(this::widened));
        }
    }

    private TableDefinition widened(String table) {
        TableDefinition found = widened.get(table);
        if (found == null) {
            throw new AssertionError("not compared: " + table);
        }
        return found;
    }

    private void sequences(Catalog catalog, UnitLayout unit) {
        for (SequenceDefinition sequence : unit.sequences()) {
            if (catalog.sequence(sequence.name()).isEmpty()) {
                missing(SchemaMessages.SEQUENCE_MISSING, sequence.name());
                change(new SchemaChange.CreateSequence(sequence));
            }
        }
    }

    void conflict(Message message, Object... arguments) {
        conflicts.add(message.text(arguments));
    }

    void missing(Message message, Object... arguments) {
        missing.add(message.text(arguments));
    }

    void change(SchemaChange change) {
        changes.add(change);
        if (change instanceof SchemaChange.WidenTable widen) {
            widened.replaceAll(
                    (name, table) -> table.name().equals(widen.table().name()) ? widen.table() : table);
        }
    }

    /**
     * Returns the changes, in an order in which they can be made.
     *
     * @throws PersistenceException if something cannot be mended; it tells all of that
     */
    List<SchemaChange> changes() {
        if (!conflicts.isEmpty()) {
            throw new PersistenceException(String.join("\n", conflicts));
        }
        return List.copyOf(changes);
    }

    /** Returns the sequences that are wanted and go on where another one is, which they replace: the name of that one by theirs. */
    Map<String, String> predecessors() {
        return predecessors;
    }

    /** Returns all differences in words. */
    List<String> all() {
        List<String> all = new ArrayList<>(conflicts);
        all.addAll(missing);
        return all;
    }
}
