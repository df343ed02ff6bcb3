package dev.dormouse.lmdb.internal.catalog;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.SequenceDefinition;
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
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Definitions of tables and sequences as bytes and back. */
public final class DefinitionCodec {

    private DefinitionCodec() {}

    /** Encodes a table. */
    public static byte[] write(TableDefinition table) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", table.id());
        tree.put("name", table.name());
        tree.put("fields", fields(table.type()));
        tree.put("key", table.primaryKey().stream().map(FieldPath::names).toList());
        tree.put("rowNumbered", table.rowNumbered());
        tree.put("indexes", table.indexes().stream().map(DefinitionCodec::index).toList());
        tree.put(
                "references",
                table.foreignKeys().stream().map(DefinitionCodec::reference).toList());
        tree.put("layout", table.layout().name());
        Map<String, Object> columns = new LinkedHashMap<>();
        table.columns().forEach((name, path) -> columns.put(name, path.names()));
        tree.put("columns", columns);
        tree.put("options", table.options());
        return Cbor.write(tree);
    }

    private static List<Object> fields(RecordType type) {
        return type.fields().stream().map(DefinitionCodec::field).toList();
    }

    private static Object field(Field field) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", field.name());
        tree.put("type", type(field.type()));
        tree.put("nullable", field.nullable());
        Limit limit = field.limit();
        if (!limit.equals(Limit.NONE)) {
            tree.put("limit", List.of(limit.length(), limit.wholeDigits(), limit.fractionDigits()));
        }
        return tree;
    }

    private static Object type(StoreType type) {
        if (type instanceof BasicType basic) {
            return basic.name();
        }
        return type instanceof ArrayType array
                ? Map.of("array", type(array.element()))
                : Map.of("fields", fields((RecordType) type));
    }

    private static Map<String, Object> index(IndexDefinition index) {
        return Map.of(
                "number",
                index.number(),
                "name",
                index.name(),
                "unique",
                index.unique(),
                "parts",
                index.parts().stream()
                        .map(part -> Map.of("path", part.path().names(), "descending", part.descending()))
                        .toList());
    }

    private static Map<String, Object> reference(ForeignKeyDefinition reference) {
        return Map.of(
                "name", reference.name(),
                "paths", reference.paths().stream().map(FieldPath::names).toList(),
                "target", reference.target(),
                "targetPaths", reference.targetPaths());
    }

    /** Encodes a sequence. */
    public static byte[] write(SequenceDefinition sequence) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", sequence.name());
        tree.put("first", sequence.first());
        tree.put("increment", sequence.increment());
        sequence.row()
                .ifPresent(row -> tree.put(
                        "row",
                        Map.of(
                                "table", row.table(),
                                "keyColumn", row.keyColumn(),
                                "key", row.key(),
                                "valueColumn", row.valueColumn())));
        return Cbor.write(tree);
    }

    /** Decodes a table. */
    public static TableDefinition table(byte[] bytes) {
        return read(bytes, tree -> {
            RecordType type = recordType(tree);
            return new TableDefinition(
                    tree.integer("id"),
                    tree.text("name"),
                    type,
                    tree.list("key", names -> FieldPath.of(type, Tree.texts(names))),
                    tree.flag("rowNumbered"),
                    tree.list("indexes", index -> index(type, Tree.of(index))),
                    tree.list("references", reference -> reference(type, Tree.of(reference))),
                    Layout.valueOf(tree.text("layout")),
                    tree.map("columns", names -> FieldPath.of(type, Tree.texts(names))),
                    tree.map("options", String.class::cast));
        });
    }

    private static <T> T read(byte[] bytes, Function<Tree, T> reader) {
        try {
            return reader.apply(Tree.of(Cbor.read(bytes)));
        } catch (IOException | IllegalArgumentException | ClassCastException | ArithmeticException e) {
            throw new StoreException(LmdbMessages.CORRUPT_CATALOG.text(e.getMessage()), e);
        }
    }

    private static RecordType recordType(Tree tree) {
        return new RecordType(tree.list("fields", element -> {
            Tree field = Tree.of(element);
            return new Field(field.text("name"), storeType(field.value("type")), field.flag("nullable"), limit(field));
        }));
    }

    /** Fields that were written before there were limits have none. */
    private static Limit limit(Tree field) {
        if (!field.has("limit")) {
            return Limit.NONE;
        }
        List<Integer> bounds = field.list("limit", bound -> Math.toIntExact((Long) bound));
        return new Limit(bounds.get(0), bounds.get(1), bounds.get(2));
    }

    private static StoreType storeType(Object type) {
        if (type instanceof String name) {
            return BasicType.valueOf(name);
        }
        Tree tree = Tree.of(type);
        return tree.has("array") ? new ArrayType(storeType(tree.value("array"))) : recordType(tree);
    }

    private static IndexDefinition index(RecordType type, Tree tree) {
        return new IndexDefinition(
                tree.integer("number"),
                tree.text("name"),
                tree.list("parts", element -> {
                    Tree part = Tree.of(element);
                    return new IndexPart(FieldPath.of(type, Tree.texts(part.value("path"))), part.flag("descending"));
                }),
                tree.flag("unique"));
    }

    private static ForeignKeyDefinition reference(RecordType type, Tree tree) {
        return new ForeignKeyDefinition(
                tree.text("name"),
                tree.list("paths", names -> FieldPath.of(type, Tree.texts(names))),
                tree.text("target"),
                Tree.texts(tree.value("targetPaths")));
    }

    /** Decodes a sequence. */
    public static SequenceDefinition sequence(byte[] bytes) {
        return read(
                bytes,
                tree -> new SequenceDefinition(
                        tree.text("name"),
                        tree.number("first"),
                        tree.integer("increment"),
                        tree.has("row") ? Optional.of(row(tree.tree("row"))) : Optional.empty()));
    }

    private static SequenceDefinition.GeneratorRow row(Tree row) {
        return new SequenceDefinition.GeneratorRow(
                row.text("table"), row.text("keyColumn"), row.text("key"), row.text("valueColumn"));
    }
}
