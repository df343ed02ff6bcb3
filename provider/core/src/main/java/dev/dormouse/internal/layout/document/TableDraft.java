package dev.dormouse.internal.layout.document;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.layout.LayoutMessages;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Layout;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Limit;
import dev.dormouse.store.type.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table being drafted: every column once, then keys, references and indexes by column name. */
final class TableDraft {

    private static final String COMMENT = "comment";

    private final String name;
    private final Supplier<FailureCollector> failures;
    private final RecordDraft fields = new RecordDraft();
    private final Map<String, ColumnDraft> columns = new LinkedHashMap<>();
    private final List<List<String>> key = new ArrayList<>();
    private final List<IndexDraft> indexes = new ArrayList<>();
    private final List<ReferenceDraft> references = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    private record IndexDraft(String name, List<Part> parts, boolean isUnique) {}

    /** One part of an index: the names that lead to its field. */
    record Part(List<String> path, boolean isDescending) {}

    private record ReferenceDraft(String name, List<List<String>> paths, TableDraft target, List<String> targetPaths) {}

    /**
     * Makes one.
     *
     * @param failures gives where failures are added now
     */
    TableDraft(String name, Supplier<FailureCollector> failures) {
        this.name = name;
        this.failures = failures;
    }

    /** Lets everything but the key be null: records of several unrelated entities lie here. */
    void share() {
        fields.relax();
        key.forEach(fields::makeRequired);
    }

    String name() {
        return name;
    }

    RecordDraft fields() {
        return fields;
    }

    List<List<String>> key() {
        return key;
    }

    /** Keeps a comment with the table, or with a column of it. */
    void comment(@Nullable String column, @Nullable String comment) {
        if (comment != null) {
            options.put(column == null ? COMMENT : COMMENT + "." + column, comment);
        }
    }

    Map<String, String> options() {
        return options;
    }

    /** Tells a store of documents how to keep a field. */
    void form(List<String> path, DocumentForm form) {
        form.writeTo(options, String.join(".", path));
    }

    /** Takes over what is said of the fields of an array's elements: comments, and what a store of documents is told. */
    void optionsOf(List<String> array, TableDraft element) {
        DocumentForm.copy(element.options, options, String.join(".", array));
        element.options.forEach((option, comment) -> {
            if (option.startsWith(COMMENT + ".")) {
                comment(String.join(".", array) + option.substring(COMMENT.length()), comment);
            }
        });
    }

    /** Places a column that says nothing of its length. */
    ColumnDraft column(List<String> place, DatabaseName column, BasicType type, boolean isNullable) {
        return column(place, column, type, isNullable, null);
    }

    /** Places a column in a nested record (or in the record itself), unless it has its place already. */
    ColumnDraft column(
            List<String> place, DatabaseName column, BasicType type, boolean isNullable, @Nullable Limit limit) {
        ColumnDraft known = columns.get(column.folded());
        if (known == null) {
            List<String> path = new ArrayList<>(place);
            path.add(fields.at(place).basic(column.text(), type, isNullable, limit));
            ColumnDraft draft = new ColumnDraft(column.text(), path, type);
            columns.put(column.folded(), draft);
            return draft;
        }
        if (known.type() != type) {
            failures.get().at(name).add(LayoutMessages.COLUMN_TWICE, name, column.text(), known.type(), type);
        }
        List<String> path = known.path();
        RecordDraft record = fields.at(path.subList(0, path.size() - 1));
        record.limit(path.get(path.size() - 1), limit);
        if (!isNullable) {
            record.makeRequired(path.subList(path.size() - 1, path.size()));
        }
        return known;
    }

    Optional<ColumnDraft> column(DatabaseName column) {
        return Optional.ofNullable(columns.get(column.folded()));
    }

    /** Returns the paths of columns; those that are not mapped are reported under what names them. */
    List<List<String>> paths(List<DatabaseName> names, String namedBy) {
        List<List<String>> paths = new ArrayList<>();
        for (DatabaseName column : names) {
            Optional<ColumnDraft> draft = column(column);
            if (draft.isEmpty()) {
                failures.get().at(name).add(LayoutMessages.COLUMN_UNKNOWN, name, column.text(), namedBy);
            } else {
                paths.add(draft.get().path());
            }
        }
        return paths;
    }

    void key(List<List<String>> paths) {
        if (key.isEmpty()) {
            key.addAll(paths);
            paths.forEach(fields::makeRequired);
        }
    }

    void index(String index, List<Part> parts, boolean isUnique) {
        boolean isKnown = indexes.stream().anyMatch(i -> i.parts.equals(parts) && (i.isUnique || !isUnique));
        if (parts.isEmpty() || isKnown) {
            return;
        }
        indexes.removeIf(i -> i.parts.equals(parts));
        indexes.add(new IndexDraft(freeIndexName(index), parts, isUnique));
    }

    /** Adds an index over fields, unless the key or another index begins with them. */
    void referringIndex(String index, List<List<String>> paths) {
        boolean isServed = startsWith(key, paths)
                || indexes.stream()
                        .anyMatch(
                                i -> startsWith(i.parts.stream().map(Part::path).toList(), paths));
        if (!isServed) {
            index(index, paths.stream().map(p -> new Part(p, false)).toList(), false);
        }
    }

    private static boolean startsWith(List<List<String>> paths, List<List<String>> beginning) {
        return paths.size() >= beginning.size()
                && paths.subList(0, beginning.size()).equals(beginning);
    }

    private String freeIndexName(String index) {
        String free = index;
        for (int i = 2; isTaken(free); i++) {
            free = index + "_" + i;
        }
        return free;
    }

    private boolean isTaken(String index) {
        return indexes.stream().anyMatch(i -> i.name.equals(index));
    }

    void reference(String label, List<List<String>> paths, TableDraft target, List<List<String>> targetPaths) {
        String reference = "FK_" + name + "_" + label;
        List<String> dotted = targetPaths.stream().map(p -> String.join(".", p)).toList();
        boolean isKnown = references.stream().anyMatch(r -> r.paths.equals(paths) && r.target == target);
        if (!paths.isEmpty() && paths.size() == dotted.size() && !isKnown) {
            references.add(new ReferenceDraft(freeReferenceName(reference, target), paths, target, dotted));
        }
    }

    private String freeReferenceName(String reference, TableDraft target) {
        String free = isReferenceTaken(reference) ? reference + "_" + target.name : reference;
        String base = free;
        for (int i = 2; isReferenceTaken(free); i++) {
            free = base + "_" + i;
        }
        return free;
    }

    private boolean isReferenceTaken(String reference) {
        return references.stream().anyMatch(r -> r.name.equals(reference));
    }

    static String last(List<List<String>> paths) {
        return paths.stream().map(p -> p.get(p.size() - 1)).collect(Collectors.joining("_"));
    }

    List<TableDraft> targets() {
        return references.stream().map(ReferenceDraft::target).toList();
    }

    TableDefinition definition() {
        RecordType type = fields.type();
        Map<String, FieldPath> columnPaths = new LinkedHashMap<>();
        columns.values().forEach(c -> columnPaths.put(c.name(), FieldPath.of(type, c.path())));
        List<IndexDefinition> indexDefinitions = indexes.stream()
                .map(i -> new IndexDefinition(0, i.name, parts(type, i.parts), i.isUnique))
                .toList();
        List<ForeignKeyDefinition> foreignKeys = references.stream()
                .map(r -> new ForeignKeyDefinition(r.name, resolve(type, r.paths), r.target.name, r.targetPaths))
                .toList();
        return new TableDefinition(
                0,
                name,
                type,
                resolve(type, key),
                key.isEmpty(),
                indexDefinitions,
                foreignKeys,
                Layout.DOCUMENT,
                columnPaths,
                options);
    }

    private static List<IndexPart> parts(RecordType type, List<Part> parts) {
        return parts.stream()
                .map(p -> new IndexPart(FieldPath.of(type, p.path), p.isDescending))
                .toList();
    }

    private static List<FieldPath> resolve(RecordType type, List<List<String>> paths) {
        return paths.stream().map(p -> FieldPath.of(type, p)).toList();
    }
}
