package dev.dormouse.internal.layout.document;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.layout.LayoutMessages;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table as it exists, looked at as it is wanted. What does not fit is reported, and stands as wanted for the time being. */
final class TableFields implements Fields {

    private final TableDefinition table;
    private final TableDefinition wanted;
    private final TableDraft draft;
    private final FailureCollector failures;
    private final Map<String, FieldPath> columns = new HashMap<>();

    TableFields(TableDefinition table, TableDefinition wanted, TableDraft draft, FailureCollector failures) {
        this.table = table;
        this.wanted = wanted;
        this.draft = draft;
        this.failures = failures.at("table " + table.name());
        table.columns().forEach((name, path) -> {
            columns.put(name, path);
            columns.putIfAbsent(name.toUpperCase(Locale.ROOT), path);
        });
        if (table.layout() != wanted.layout()) {
            this.failures.add(LayoutMessages.OTHER_LAYOUT, table.name(), table.layout(), wanted.layout());
        } else if (!table.primaryKey().toString().equals(wanted.primaryKey().toString())) {
            checkKey();
        }
    }

    /** The order of the key's parts is the table's. */
    private void checkKey() {
        List<String> has = names(table.primaryKey());
        List<String> needs = wanted.primaryKey().stream().map(this::place).toList();
        if (has.size() != needs.size() || !has.containsAll(needs)) {
            failures.add(LayoutMessages.OTHER_KEY, table.name(), String.join(", ", has), String.join(", ", needs));
        }
    }

    /** Returns where the table keeps a wanted field: where the column is, if it is one. */
    private String place(FieldPath path) {
        return wanted.columns().entrySet().stream()
                .filter(column -> column.getValue().equals(path))
                .flatMap(column ->
                        Optional.ofNullable(columns.get(column.getKey().toUpperCase(Locale.ROOT))).stream())
                .findFirst()
                .orElse(path)
                .toString();
    }

    private static List<String> names(List<FieldPath> paths) {
        return paths.stream().map(FieldPath::toString).toList();
    }

    TableDraft draft() {
        return draft;
    }

    FailureCollector failures() {
        return failures;
    }

    TableDefinition table() {
        return table;
    }

    @Override
    public StoreType type() {
        return table.type();
    }

    @Override
    public FieldPath column(DatabaseName column) {
        FieldPath needed = wantedColumn(column);
        FieldPath found = columns.get(column.folded());
        if (found == null) {
            failures.add(LayoutMessages.COLUMN_MISSING, table.name(), column.text(), needed.type());
            return needed;
        }
        if (!found.type().equals(needed.type())) {
            failures.add(LayoutMessages.COLUMN_TYPE, table.name(), column.text(), found.type(), needed.type());
        }
        return found;
    }

    private FieldPath wantedColumn(DatabaseName column) {
        ColumnDraft known = draft.column(column)
                .orElseThrow(() -> new AssertionError("not drafted: " + table.name() + "." + column));
        return FieldPath.of(wanted.type(), known.path());
    }

    @Override
    public FieldPath at(List<String> names) {
        FieldPath needed = FieldPath.of(wanted.type(), names);
        Optional<FieldPath> found = find(table.type(), names);
        if (found.isEmpty()) {
            failures.add(LayoutMessages.COLUMN_MISSING, table.name(), needed, kind(needed.type()));
            return needed;
        }
        if (!isLike(found.get().type(), needed.type())) {
            failures.add(
                    LayoutMessages.FIELD_KIND, table.name(), needed, found.get().type(), needed.type());
        }
        return found.get();
    }

    private static Optional<FieldPath> find(RecordType type, List<String> names) {
        StoreType at = type;
        for (String name : names) {
            if (!(at instanceof RecordType record) || record.ordinal(name) < 0) {
                return Optional.empty();
            }
            at = record.fields().get(record.ordinal(name)).type();
        }
        return Optional.of(FieldPath.of(type, names));
    }

    /** A record may have more fields than wanted, an array of records likewise. */
    private static boolean isLike(StoreType found, StoreType needed) {
        if (found instanceof ArrayType array && needed instanceof ArrayType wantedArray) {
            return isLike(array.element(), wantedArray.element());
        }
        return found instanceof RecordType ? needed instanceof RecordType : found.equals(needed);
    }

    private static String kind(StoreType type) {
        return type instanceof RecordType ? "a nested record" : type.toString();
    }

    /** Returns the index that begins with these fields; null where the key does, or there is none. */
    @Nullable
    IndexDefinition index(List<FieldPath> fields) {
        if (startsWith(table.primaryKey(), fields)) {
            return null;
        }
        return table.indexes().stream()
                .filter(i -> startsWith(i.parts().stream().map(p -> p.path()).toList(), fields))
                .findFirst()
                .orElse(null);
    }

    private static boolean startsWith(List<FieldPath> paths, List<FieldPath> beginning) {
        return paths.size() >= beginning.size()
                && paths.subList(0, beginning.size()).equals(beginning);
    }
}
