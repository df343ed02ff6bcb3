package dev.dormouse.mongodb.internal.document;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** How the records of a table lie in its collection. Immutable, thread-safe, made once for each version of a table. */
public final class TableForm {

    private final TableDefinition table;
    private final RecordForm root;
    private final @Nullable KeyForm key;

    private TableForm(TableDefinition table, RecordForm root, @Nullable KeyForm key) {
        this.table = table;
        this.root = root;
        this.key = key;
    }

    /** Makes the form of a table. */
    public static TableForm of(TableDefinition table) {
        if (DocumentForm.of(table).filter(DocumentForm.LINK::equals).isPresent()) {
            return new TableForm(
                    table, RecordForm.of(table.type(), "", Set.of(), path -> DocumentForm.of(table, path)), null);
        }
        Set<String> keyPaths =
                Set.copyOf(table.primaryKey().stream().map(FieldPath::toString).toList());
        return new TableForm(
                table,
                RecordForm.of(table.type(), "", keyPaths, path -> DocumentForm.of(table, path)),
                new KeyForm(table));
    }

    /** Returns the table. */
    public TableDefinition table() {
        return table;
    }

    RecordForm root() {
        return root;
    }

    /** Returns how the key lies in {@code _id}; null for a join table, whose key lies in fields. */
    @Nullable
    KeyForm key() {
        return key;
    }

    /** Writes a record as a document, encoded. */
    public RawBsonDocument document(Record record) {
        List<@Nullable Object> parts = new ArrayList<>(table.primaryKey().size());
        for (FieldPath path : table.primaryKey()) {
            Object part = record.get(path);
            if (part == null) {
                throw new ConstraintViolationException(
                        ConstraintViolationException.Kind.NOT_NULL,
                        table.name(),
                        path.toString(),
                        StoreMessages.NULL_IN_KEY.text(path, table.name()));
            }
            parts.add(part);
        }
        BsonDocument head = new BsonDocument();
        if (key == null) {
            head.put(KeyForm.ID, new BsonObjectId());
        } else {
            head.put(KeyForm.ID, key.id(parts));
            key.putScales(head, parts);
        }
        EncodedDocument document = new EncodedDocument();
        document.put(head);
        root.write(record, document);
        return document.finish();
    }

    /** Returns the filter that finds a record. */
    public BsonDocument byKey(Key wanted) {
        return key == null ? equal(table.primaryKey(), wanted.parts()) : new BsonDocument(KeyForm.ID, id(wanted));
    }

    /** Returns the {@code _id} of a record, which is no join table's. */
    private BsonValue id(Key wanted) {
        return java.util.Objects.requireNonNull(key).id(wanted.parts());
    }

    /** Returns the filter that finds records by their keys. */
    public BsonDocument byKeys(List<Key> wanted) {
        if (key == null) {
            return among(table.primaryKey(), wanted);
        }
        BsonArray ids = new BsonArray();
        wanted.forEach(each -> ids.add(id(each)));
        return new BsonDocument(KeyForm.ID, new BsonDocument("$in", ids));
    }

    /** Returns the filter that finds what any of some filters finds. */
    public static BsonDocument anyOf(List<BsonDocument> filters) {
        return filters.size() == 1 ? filters.get(0) : new BsonDocument("$or", new BsonArray(filters));
    }

    /** Returns the filter that finds records by the values of fields; a null finds what is absent. */
    public BsonDocument equal(List<FieldPath> paths, List<@Nullable Object> values) {
        BsonDocument filter = new BsonDocument();
        for (int i = 0; i < paths.size(); i++) {
            putEqual(filter, paths.get(i), values.get(i));
        }
        return filter;
    }

    /** Returns the filter that finds records by the values of fields, any of these; none of them null. */
    public BsonDocument among(List<FieldPath> paths, List<Key> values) {
        if (key != null && paths.equals(table.primaryKey())) {
            return byKeys(values);
        }
        FieldPath first = paths.get(0);
        if (isKeptByKey(first)) {
            return new BsonDocument();
        }
        int last = paths.size() - 1;
        FieldForm field = field(paths.get(last));
        if (isKeptByKey(paths.get(last)) || field.isRounded() || field.inKey()) {
            return anyOf(
                    values.stream().map(value -> equal(paths, value.parts())).toList());
        }
        Map<BsonDocument, BsonArray> lasts = new LinkedHashMap<>();
        for (Key value : values) {
            BsonDocument before = equal(paths.subList(0, last), value.parts().subList(0, last));
            lasts.computeIfAbsent(before, those -> new BsonArray())
                    .add(comparableElement(field, java.util.Objects.requireNonNull(value.part(last))));
        }
        return anyOf(lasts.entrySet().stream()
                .map(those ->
                        those.getKey().clone().append(name(paths.get(last)), new BsonDocument("$in", those.getValue())))
                .toList());
    }

    private static BsonValue comparableElement(FieldForm field, Object value) {
        return field.type() instanceof ArrayType array
                ? Values.element(field, array.element(), value)
                : Values.write(field, value);
    }

    /** Tells whether a path leads through a map that is kept as a document: its entries have no common name, so no filter or index reaches them. */
    public boolean isKeptByKey(FieldPath path) {
        return path.array() != null && field(path.array()).subDocument();
    }

    /** Returns the values of a path that has several, nulls too; null where there is no array. */
    public static @Nullable List<?> elements(FieldPath path, RecordView record) {
        FieldPath array = path.array();
        if (array == null) {
            return (List<?>) record.get(path);
        }
        FieldPath inElement = java.util.Objects.requireNonNull(path.inElement());
        if (!(record.get(array) instanceof List<?> elements)) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(elements.size());
        elements.forEach(element -> values.add(((RecordView) element).get(inElement)));
        return values;
    }

    /** Returns the names of the fields that hold a value, companions too, for a projection. */
    public List<String> storedNames(FieldPath path) {
        String name = name(path);
        if (key != null && key.part(path) >= 0) {
            return List.of(KeyForm.ID);
        }
        if (path.array() != null) {
            return List.of(name(path.array()));
        }
        FieldForm field = field(path);
        return field.isRounded() ? List.of(name, name + FieldForm.MORE, name + FieldForm.SCALE) : List.of(name);
    }

    /** Adds to a filter that a field, or one element of an array, has this value. */
    public void putEqual(BsonDocument filter, FieldPath path, @Nullable Object value) {
        String name = name(path);
        if (isKeptByKey(path) || (value == null && path.array() != null)) {
            return;
        }
        if (value == null) {
            filter.put(
                    name,
                    path.isArray()
                            ? new BsonDocument("$in", new BsonArray(List.of(BsonNull.VALUE, new BsonArray())))
                            : BsonNull.VALUE);
            return;
        }
        FieldForm field = field(path);
        if (path.array() != null) {
            filter.put(name, new BsonDocument("$eq", comparable(path, value)));
        } else if (path.type() instanceof ArrayType array) {
            filter.put(name, new BsonDocument("$eq", Values.element(field, array.element(), value)));
        } else if (field.inKey()) {
            putKeyPart(filter, path, value);
        } else if (field.isRounded()) {
            Rounded rounded = Rounded.of((BasicType) field.type(), value);
            filter.put(name, new BsonDocument("$eq", rounded.value()));
            filter.put(name + FieldForm.MORE, rounded.more() == null ? BsonNull.VALUE : rounded.more());
        } else {
            filter.put(name, new BsonDocument("$eq", Values.write(field, value)));
        }
    }

    private void putKeyPart(BsonDocument filter, FieldPath path, Object value) {
        KeyForm form = java.util.Objects.requireNonNull(key);
        if (form.isSingle()) {
            filter.put(KeyForm.ID, new BsonDocument("$eq", form.single(value)));
            return;
        }
        form.part(form.part(path), value).forEach((name, part) -> filter.put(KeyForm.ID + "." + name, part));
    }

    /** Returns the value of a field, or of an element of an array, in a filter: rounded down where BSON holds it in part. */
    public BsonValue comparable(FieldPath path, Object value) {
        FieldForm field = field(path);
        StoreType type = path.type() instanceof ArrayType array ? array.element() : path.type();
        if (type instanceof BasicType basic && Rounded.isNeededFor(basic)) {
            return Rounded.of(basic, value).value();
        }
        return field.isArray() ? Values.element(field, type, value) : Values.write(field, value);
    }

    /** Tells whether MongoDB has a value in the type of its field: a text that is no ObjectId it orders apart from those that are. */
    public boolean holds(FieldPath path, @Nullable Object value) {
        return !(value instanceof String text) || !field(path).hex() || ObjectId.isValid(text);
    }

    /** Tells whether a field holds its values in the type of their own. */
    public boolean isPlain(FieldPath path) {
        return !field(path).hex();
    }

    /** Tells whether BSON holds the whole of a value of a rounded type, and the field has its companion beside it. */
    public boolean isHeldWhole(FieldPath path, Object value) {
        return !field(path).inKey()
                && Rounded.of((BasicType) path.type(), value).more() == null;
    }

    /** Tells whether values of a type are compared in a filter only after they were rounded down. */
    public static boolean isRounded(BasicType type) {
        return Rounded.isNeededFor(type);
    }

    /** Returns the name of a field in filters, sorts and indexes. */
    public String name(FieldPath path) {
        if (key != null) {
            int part = key.part(path);
            if (part >= 0) {
                return key.name(part);
            }
        }
        return String.join(".", path.names());
    }

    FieldForm field(FieldPath path) {
        RecordForm form = root;
        for (int step = 0; step < path.depth() - 1; step++) {
            form = java.util.Objects.requireNonNull(
                    form.field(path.ordinal(step)).nested());
        }
        return form.field(path.ordinal(path.depth() - 1));
    }

    /** Returns the fields in whose order an index has its entries, each with its direction: 1 or -1. */
    public Map<String, Integer> order(List<IndexPart> parts) {
        Map<String, Integer> order = new LinkedHashMap<>();
        for (IndexPart part : parts) {
            int direction = part.descending() ? -1 : 1;
            FieldForm field = field(part.path());
            order.put(name(part.path()), direction);
            if (field.isRounded()
                    && !(field.inKey() && java.util.Objects.requireNonNull(key).isSingle())) {
                order.put(name(part.path()) + FieldForm.MORE, direction);
            }
        }
        return order;
    }

    /** Returns the fields in whose order the primary key is. */
    public Map<String, Integer> primaryOrder() {
        return key == null
                ? order(table.primaryKey().stream()
                        .map(path -> new IndexPart(path, false))
                        .toList())
                : Map.of(KeyForm.ID, 1);
    }

    /** Tells whether MongoDB has these fields in the one order. */
    public static boolean isOrdered(List<FieldPath> paths) {
        return paths.stream()
                .noneMatch(path ->
                        (path.type() instanceof ArrayType array ? array.element() : path.type()) == BasicType.BYTES);
    }

    /** Returns the first parts of a composite {@code _id}, for its ranges; null where the key is no such document. */
    public @Nullable BsonDocument idPrefix(List<@Nullable Object> values) {
        return key == null || key.isSingle() ? null : key.prefix(values);
    }

    /** Returns the {@code _id} of a key with one part; null where the key is not that. */
    public @Nullable BsonValue singleId(Object value) {
        return key == null || !key.isSingle() ? null : key.single(value);
    }

    /** Tells whether the primary key lies in fields, not in {@code _id}. */
    public boolean isKeyInFields() {
        return key == null;
    }

    /** Tells whether the primary key has one part, which is {@code _id}. */
    public boolean isKeySingle() {
        return key != null && key.isSingle();
    }

    /** Returns the view of a document. */
    public DocumentView view(RawBsonDocument document) {
        return DocumentView.of(this, document, null);
    }

    /** Returns the view of a document of which only some fields were brought; null for all. */
    public DocumentView view(RawBsonDocument document, @Nullable Projection projection) {
        return DocumentView.of(this, document, projection);
    }

    @Override
    public String toString() {
        return "documents of " + table;
    }
}
