package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.SharedTexts;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;

/** How the fields of a record, of a table or nested, lie in its document, and the texts that documents share in them. Thread-safe. */
final class RecordForm {

    private static final int PLACES = 3;

    private final FieldForm[] fields;
    private final byte[][] names;
    private final byte[][] companions;
    private final SharedTexts[] texts;

    private RecordForm(FieldForm[] fields) {
        this.fields = fields;
        names = new byte[fields.length][];
        companions = new byte[fields.length * 2][];
        texts = new SharedTexts[fields.length];
        for (int i = 0; i < fields.length; i++) {
            texts[i] = new SharedTexts();
            names[i] = fields[i].name().getBytes(StandardCharsets.UTF_8);
            if (fields[i].isRounded()) {
                companions[2 * i] = (fields[i].name() + FieldForm.MORE).getBytes(StandardCharsets.UTF_8);
                companions[2 * i + 1] = (fields[i].name() + FieldForm.SCALE).getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    /**
     * Makes the form of a record.
     *
     * @param prefix the path to it, with a dot at its end unless empty
     * @param keyPaths the dotted paths that are kept in {@code _id}
     * @param forms what is said of fields by their dotted paths
     */
    static RecordForm of(
            RecordType type, String prefix, Set<String> keyPaths, Function<String, Optional<DocumentForm>> forms) {
        List<FieldForm> fields = new ArrayList<>();
        for (Field field : type.fields()) {
            String path = prefix + field.name();
            StoreType inner = field.type() instanceof ArrayType array ? array.element() : field.type();
            RecordForm nested = inner instanceof RecordType record ? of(record, path + ".", keyPaths, forms) : null;
            boolean holdsKey = nested != null && keyPaths.stream().anyMatch(key -> key.startsWith(path + "."));
            DocumentForm form = forms.apply(path).orElse(null);
            fields.add(new FieldForm(
                    field.name(),
                    field.type(),
                    nested,
                    form == DocumentForm.OBJECT_ID,
                    form == DocumentForm.SUB_DOCUMENT,
                    keyPaths.contains(path),
                    holdsKey));
        }
        return new RecordForm(fields.toArray(FieldForm[]::new));
    }

    int size() {
        return fields.length;
    }

    FieldForm field(int ordinal) {
        return fields[ordinal];
    }

    /** Returns the texts of a field, or of the elements of its array. */
    SharedTexts texts(int ordinal) {
        return texts[ordinal];
    }

    /** Writes the fields that are not kept in {@code _id}. */
    BsonDocument write(Record record) {
        BsonDocument document = new BsonDocument();
        write(record, document);
        return document;
    }

    void write(Record record, BsonDocument document) {
        for (int i = 0; i < fields.length; i++) {
            Object value = record.value(i);
            if (value == null || fields[i].inKey()) {
                continue;
            }
            write(fields[i], value, document);
        }
    }

    private static void write(FieldForm field, Object value, BsonDocument document) {
        if (field.holdsKey()) {
            BsonDocument rest = Objects.requireNonNull(field.nested()).write((Record) value);
            if (!rest.isEmpty()) {
                document.put(field.name(), rest);
            }
        } else {
            field.put(document, value);
        }
    }

    /** Writes them behind what is encoded already. */
    void write(Record record, EncodedDocument document) {
        for (int i = 0; i < fields.length; i++) {
            FieldForm field = fields[i];
            Object value = record.value(i);
            if (value == null || field.inKey()) {
                continue;
            }
            if (!document.putPlain(field, value)) {
                BsonDocument rest = new BsonDocument();
                write(field, value, rest);
                document.put(rest);
            }
        }
    }

    /** Returns how many places {@link #place} knows. */
    int places() {
        return fields.length * PLACES;
    }

    static int valuePlace(int ordinal) {
        return ordinal * PLACES;
    }

    static int morePlace(int ordinal) {
        return ordinal * PLACES + 1;
    }

    static int scalePlace(int ordinal) {
        return ordinal * PLACES + 2;
    }

    /**
     * Returns which place an element of a document has: a field's value, or one of its companions; -1 for an unknown field.
     *
     * @param expected the ordinal to look at first: documents of this store have their fields in order
     */
    int place(byte[] bytes, int from, int to, int expected) {
        for (int n = 0; n < fields.length; n++) {
            int ordinal = expected + n < fields.length ? expected + n : expected + n - fields.length;
            byte[] name = names[ordinal];
            int length = to - from;
            if (length == name.length && equal(bytes, from, name)) {
                return valuePlace(ordinal);
            }
            if (length > name.length && companions[2 * ordinal] != null && equal(bytes, from, name)) {
                if (length == companions[2 * ordinal].length && equal(bytes, from, companions[2 * ordinal])) {
                    return morePlace(ordinal);
                }
                if (length == companions[2 * ordinal + 1].length && equal(bytes, from, companions[2 * ordinal + 1])) {
                    return scalePlace(ordinal);
                }
            }
        }
        return -1;
    }

    private static boolean equal(byte[] bytes, int from, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (bytes[from + i] != name[i]) {
                return false;
            }
        }
        return true;
    }
}
