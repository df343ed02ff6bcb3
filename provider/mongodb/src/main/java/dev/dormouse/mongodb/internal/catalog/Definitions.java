package dev.dormouse.mongodb.internal.catalog;

import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.catalog.SequenceDefinition.GeneratorRow;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Layout;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.Limit;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/** Definitions of tables and sequences as documents and back. Names are values, never fields: they may hold dots. */
final class Definitions {

    private Definitions() {}

    static Document write(TableDefinition table) {
        return new Document("id", table.id())
                .append("name", table.name())
                .append("fields", fields(table.type()))
                .append("key", table.primaryKey().stream().map(FieldPath::names).toList())
                .append("rowNumbered", table.rowNumbered())
                .append(
                        "indexes",
                        table.indexes().stream().map(Definitions::index).toList())
                .append(
                        "references",
                        table.foreignKeys().stream().map(Definitions::reference).toList())
                .append("layout", table.layout().name())
                .append(
                        "columns",
                        table.columns().entrySet().stream()
                                .map(column -> new Document("name", column.getKey())
                                        .append("path", column.getValue().names()))
                                .toList())
                .append(
                        "options",
                        table.options().entrySet().stream()
                                .map(option -> new Document("name", option.getKey()).append("value", option.getValue()))
                                .toList());
    }

    private static List<Document> fields(RecordType type) {
        return type.fields().stream()
                .map(field -> {
                    Document document = new Document("name", field.name())
                            .append("type", type(field.type()))
                            .append("nullable", field.nullable());
                    Limit limit = field.limit();
                    return limit.equals(Limit.NONE)
                            ? document
                            : document.append(
                                    "limit", List.of(limit.length(), limit.wholeDigits(), limit.fractionDigits()));
                })
                .toList();
    }

    private static Object type(StoreType type) {
        if (type instanceof BasicType basic) {
            return basic.name();
        }
        return type instanceof ArrayType array
                ? new Document("array", type(array.element()))
                : new Document("fields", fields((RecordType) type));
    }

    private static Document index(IndexDefinition index) {
        return new Document("number", index.number())
                .append("name", index.name())
                .append("unique", index.unique())
                .append(
                        "parts",
                        index.parts().stream()
                                .map(part -> new Document("path", part.path().names())
                                        .append("descending", part.descending()))
                                .toList());
    }

    private static Document reference(ForeignKeyDefinition reference) {
        return new Document("name", reference.name())
                .append(
                        "paths",
                        reference.paths().stream().map(FieldPath::names).toList())
                .append("target", reference.target())
                .append("targetPaths", reference.targetPaths());
    }

    static Document write(SequenceDefinition sequence) {
        Document document = new Document("name", sequence.name())
                .append("first", sequence.first())
                .append("increment", sequence.increment());
        sequence.row()
                .ifPresent(row -> document.append(
                        "row",
                        new Document("table", row.table())
                                .append("keyColumn", row.keyColumn())
                                .append("key", row.key())
                                .append("valueColumn", row.valueColumn())));
        return document;
    }

    static TableDefinition table(Document document) {
        RecordType type = recordType(document);
        Map<String, FieldPath> columns = new LinkedHashMap<>();
        for (Document column : documents(document, "columns")) {
            columns.put(column.getString("name"), path(type, column.getList("path", String.class)));
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (Document option : documents(document, "options")) {
            options.put(option.getString("name"), option.getString("value"));
        }
        return new TableDefinition(
                document.getInteger("id"),
                document.getString("name"),
                type,
                paths(type, document, "key"),
                document.getBoolean("rowNumbered"),
                documents(document, "indexes").stream()
                        .map(index -> index(type, index))
                        .toList(),
                documents(document, "references").stream()
                        .map(reference -> reference(type, reference))
                        .toList(),
                Layout.valueOf(document.getString("layout")),
                columns,
                options);
    }

    private static List<Document> documents(Document document, String name) {
        return document.getList(name, Document.class);
    }

    private static FieldPath path(RecordType type, List<String> names) {
        return FieldPath.of(type, names);
    }

    private static List<FieldPath> paths(RecordType type, Document document, String name) {
        return document.getList(name, List.class).stream()
                .map(names -> path(
                        type, ((List<?>) names).stream().map(String.class::cast).toList()))
                .toList();
    }

    private static RecordType recordType(Document document) {
        return new RecordType(documents(document, "fields").stream()
                .map(field -> new Field(
                        field.getString("name"),
                        storeType(Objects.requireNonNull(field.get("type"))),
                        field.getBoolean("nullable"),
                        limit(field)))
                .toList());
    }

    /** Fields that were written before there were limits have none. */
    private static Limit limit(Document field) {
        List<Integer> bounds = field.getList("limit", Integer.class);
        return bounds == null ? Limit.NONE : new Limit(bounds.get(0), bounds.get(1), bounds.get(2));
    }

    private static StoreType storeType(Object type) {
        if (type instanceof String name) {
            return BasicType.valueOf(name);
        }
        Document document = (Document) type;
        return document.containsKey("array")
                ? new ArrayType(storeType(Objects.requireNonNull(document.get("array"))))
                : recordType(document);
    }

    private static IndexDefinition index(RecordType type, Document document) {
        return new IndexDefinition(
                document.getInteger("number"),
                document.getString("name"),
                documents(document, "parts").stream()
                        .map(part -> new IndexPart(
                                path(type, part.getList("path", String.class)), part.getBoolean("descending")))
                        .toList(),
                document.getBoolean("unique"));
    }

    private static ForeignKeyDefinition reference(RecordType type, Document document) {
        return new ForeignKeyDefinition(
                document.getString("name"),
                paths(type, document, "paths"),
                document.getString("target"),
                document.getList("targetPaths", String.class));
    }

    static SequenceDefinition sequence(Document document) {
        return new SequenceDefinition(
                document.getString("name"),
                document.getLong("first"),
                document.getInteger("increment"),
                Optional.ofNullable(document.get("row", Document.class))
                        .map(row -> new GeneratorRow(
                                row.getString("table"),
                                row.getString("keyColumn"),
                                row.getString("key"),
                                row.getString("valueColumn"))));
    }
}
