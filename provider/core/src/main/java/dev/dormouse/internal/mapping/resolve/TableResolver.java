package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.IndexModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.UniqueConstraintModel;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves tables with their indexes and unique constraints (sections 11.1.52, 11.1.25 and 11.1.58). */
final class TableResolver {

    private final FailureCollector failures;

    TableResolver(FailureCollector failures) {
        this.failures = failures;
    }

    /** Returns the table of an entity, which in a single-table hierarchy is the root's. */
    TableModel tableOf(ManagedClass entity) {
        ManagedClass root = entity.rootEntity();
        DatabaseName byDefault = DatabaseName.of(root.entityName());
        return root.find(Table.class)
                .map(written -> table(written, byDefault, failures.at(root.context())))
                .orElse(TableModel.of(byDefault));
    }

    /** Returns the name of an entity's table. */
    static DatabaseName nameOf(ManagedClass entity) {
        ManagedClass root = entity.rootEntity();
        return root.find(Table.class)
                .map(written -> written.textOrNull("name"))
                .map(DatabaseName::of)
                .orElse(DatabaseName.of(root.entityName()));
    }

    /** Returns the table that a {@code @Table}, {@code @JoinTable}, {@code @CollectionTable} or {@code @TableGenerator} describes. */
    TableModel table(RawAnnotation written, DatabaseName byDefault, FailureCollector at) {
        String element = written.values().containsKey("table") ? "table" : "name";
        String text = written.text(element);
        DatabaseName name = text.isEmpty() ? byDefault : DatabaseName.of(text);
        return new TableModel(
                name,
                name(written, "catalog"),
                name(written, "schema"),
                written.annotations("indexes").stream()
                        .flatMap(index -> index(index, name, at).stream())
                        .toList(),
                written.annotations("uniqueConstraints").stream()
                        .map(constraint -> uniqueConstraint(constraint, name))
                        .toList(),
                written.values().containsKey("comment") ? written.textOrNull("comment") : null);
    }

    static @Nullable DatabaseName name(RawAnnotation written, String element) {
        String text = written.textOrNull(element);
        return text == null ? null : DatabaseName.of(text);
    }

    private static Optional<IndexModel> index(RawAnnotation written, DatabaseName table, FailureCollector at) {
        List<IndexModel.IndexedColumn> columns = new ArrayList<>();
        String list = written.text("columnList");
        for (String item : list.split(",", -1)) {
            String[] words = item.trim().split("\\s+(?=(?i:asc|desc)$)", -1);
            if (words[0].isEmpty() || (words[0].contains(" ") && !words[0].startsWith("\""))) {
                at.add(MappingMessages.COLUMN_LIST, list);
                return Optional.empty();
            }
            columns.add(new IndexModel.IndexedColumn(
                    DatabaseName.of(words[0]), words.length > 1 && words[1].equalsIgnoreCase("desc")));
        }
        String name = written.text("name");
        return Optional.of(new IndexModel(
                name.isEmpty()
                        ? constraintName(
                                "IX",
                                table,
                                columns.stream()
                                        .map(IndexModel.IndexedColumn::name)
                                        .toList())
                        : DatabaseName.of(name),
                columns,
                written.flag("unique")));
    }

    private static UniqueConstraintModel uniqueConstraint(RawAnnotation written, DatabaseName table) {
        List<DatabaseName> columns =
                written.texts("columnNames").stream().map(DatabaseName::of).toList();
        String name = written.text("name");
        return new UniqueConstraintModel(
                name.isEmpty() ? constraintName("UK", table, columns) : DatabaseName.of(name), columns);
    }

    private static DatabaseName constraintName(String prefix, DatabaseName table, List<DatabaseName> columns) {
        String joined = columns.stream().map(DatabaseName::text).collect(Collectors.joining("_"));
        return new DatabaseName(prefix + "_" + table.text() + "_" + joined, table.delimited());
    }
}
