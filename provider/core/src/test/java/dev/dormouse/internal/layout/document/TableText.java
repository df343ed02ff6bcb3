package dev.dormouse.internal.layout.document;

import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.Comparator;

/** Prints tables for comparison: fields with types ({@code !} for required), columns that differ from their field, keys, references, indexes. */
final class TableText {

    private final StringBuilder text = new StringBuilder();

    static String of(DocumentLayout layout) {
        TableText printer = new TableText();
        layout.tables().stream()
                .sorted(Comparator.comparing(TableDefinition::name))
                .forEach(printer::table);
        layout.sequences().stream()
                .sorted(Comparator.comparing(SequenceDefinition::name))
                .forEach(printer::sequence);
        return printer.text.toString();
    }

    private void table(TableDefinition table) {
        text.append("table ").append(table.name()).append(' ').append(table.primaryKey());
        table.options()
                .forEach(
                        (key, value) -> text.append(' ').append(key).append('=').append(value));
        text.append('\n');
        fields(table.type(), "  ");
        table.columns().forEach((column, path) -> {
            if (!path.toString().equals(column)) {
                text.append("  column ")
                        .append(column)
                        .append(" at ")
                        .append(path)
                        .append('\n');
            }
        });
        table.foreignKeys().forEach(this::reference);
        table.indexes().forEach(this::index);
    }

    private void fields(RecordType type, String indent) {
        for (Field field : type.fields()) {
            text.append(indent).append(field.name());
            StoreType shown = field.type();
            boolean isArray = shown instanceof ArrayType;
            if (shown instanceof ArrayType array) {
                shown = array.element();
            }
            if (!(shown instanceof RecordType)) {
                text.append(' ').append(shown);
            }
            text.append(isArray ? "[]" : "").append(field.nullable() ? "" : "!").append('\n');
            if (shown instanceof RecordType nested) {
                fields(nested, indent + "  ");
            }
        }
    }

    private void reference(ForeignKeyDefinition reference) {
        text.append("  reference ")
                .append(reference.name())
                .append(' ')
                .append(reference.paths())
                .append(" to ")
                .append(reference.target())
                .append(' ')
                .append(reference.targetPaths())
                .append('\n');
    }

    private void index(IndexDefinition index) {
        text.append(index.unique() ? "  unique " : "  index ")
                .append(index.name())
                .append(' ')
                .append(index.parts())
                .append('\n');
    }

    private void sequence(SequenceDefinition sequence) {
        text.append("sequence ").append(sequence.name()).append(" from ").append(sequence.first());
        sequence.row().ifPresent(row -> text.append(" in ").append(row));
        text.append('\n');
    }
}
