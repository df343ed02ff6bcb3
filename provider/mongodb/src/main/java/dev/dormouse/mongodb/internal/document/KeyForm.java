package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** How the primary key of a table lies in {@code _id}. */
final class KeyForm {

    static final String ID = "_id";

    /** One part: its path in the record, its name in {@code _id}, its type. */
    private record Part(FieldPath path, String name, BasicType type, boolean hex) {}

    private final List<Part> parts = new ArrayList<>();

    KeyForm(TableDefinition table) {
        Set<String> names = new HashSet<>();
        boolean ambiguous = table.primaryKey().stream()
                .anyMatch(path -> !names.add(path.names().get(path.depth() - 1)));
        for (FieldPath path : table.primaryKey()) {
            String name =
                    ambiguous ? String.join("_", path.names()) : path.names().get(path.depth() - 1);
            parts.add(new Part(path, name, (BasicType) path.type(), isHex(table, path)));
        }
    }

    private static boolean isHex(TableDefinition table, FieldPath path) {
        return DocumentForm.of(table, path.toString())
                .filter(DocumentForm.OBJECT_ID::equals)
                .isPresent();
    }

    boolean isSingle() {
        return parts.size() == 1;
    }

    /** Tells whether MongoDB orders {@code _id} as the one order does. */
    boolean isOrdered() {
        return parts.stream().noneMatch(part -> part.type == BasicType.BYTES);
    }

    /** Returns the place of a path among the parts, or -1. */
    int part(FieldPath path) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).path.equals(path)) {
                return i;
            }
        }
        return -1;
    }

    /** Writes the key; its parts as they are in the record, so that a decimal keeps its scale. */
    BsonValue id(List<@Nullable Object> values) {
        return isSingle() ? single(Objects.requireNonNull(values.get(0))) : prefix(values);
    }

    BsonValue single(Object value) {
        Part part = parts.get(0);
        return Rounded.isNeededFor(part.type)
                ? withoutScale(Rounded.of(part.type, value))
                : Values.basic(part.type, value, part.hex);
    }

    private static BsonDocument withoutScale(Rounded rounded) {
        return Values.document(new Rounded(rounded.value(), rounded.more(), null));
    }

    /** Writes the first parts of a composite key. */
    BsonDocument prefix(List<@Nullable Object> values) {
        BsonDocument id = new BsonDocument();
        for (int i = 0; i < values.size(); i++) {
            id.putAll(part(i, Objects.requireNonNull(values.get(i))));
        }
        return id;
    }

    /** Writes one part of a composite key. */
    BsonDocument part(int place, Object value) {
        Part part = parts.get(place);
        if (!Rounded.isNeededFor(part.type)) {
            return new BsonDocument(part.name, Values.basic(part.type, value, part.hex));
        }
        Rounded rounded = Rounded.of(part.type, value);
        // The companion is always there: MongoDB compares the names of fields before their values.
        return new BsonDocument(part.name, rounded.value())
                .append(part.name + FieldForm.MORE, rounded.more() == null ? BsonNull.VALUE : rounded.more());
    }

    /** Returns the name of a part in filters, sorts and indexes. */
    String name(int place) {
        return isSingle() ? ID : ID + "." + parts.get(place).name;
    }

    /** Puts the scales that {@code _id} does not tell beside it. */
    void putScales(BsonDocument document, List<@Nullable Object> values) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).type == BasicType.DECIMAL) {
                Integer scale = Rounded.of(BasicType.DECIMAL, Objects.requireNonNull(values.get(i)))
                        .scale();
                if (scale != null) {
                    document.put(scaleName(i), new BsonInt32(scale));
                }
            }
        }
    }

    /** Returns the names of the fields that may tell scales. */
    List<String> scaleNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).type == BasicType.DECIMAL) {
                names.add(scaleName(i));
            }
        }
        return names;
    }

    private String scaleName(int part) {
        return ID + ":" + parts.get(part).name + FieldForm.SCALE;
    }

    /** Reads one part from {@code _id}, which stands in the document that begins at 0. */
    Object read(byte[] bytes, int part) {
        Element id = find(bytes, ID);
        if (id == null) {
            throw new Element.MismatchException(org.bson.BsonType.NULL);
        }
        Part wanted = parts.get(part);
        if (isSingle()) {
            return Rounded.isNeededFor(wanted.type)
                    ? id.type() == org.bson.BsonType.DOCUMENT
                            ? rounded(wanted, bytes, part, id.child(Values.VALUE), id.child(Values.MORE))
                            : id.basic(wanted.type)
                    : id.basic(wanted.type);
        }
        Element value = id.child(wanted.name);
        if (!Rounded.isNeededFor(wanted.type) && value != null) {
            return value.basic(wanted.type);
        }
        return rounded(wanted, bytes, part, value, id.child(wanted.name + FieldForm.MORE));
    }

    private Object rounded(Part part, byte[] bytes, int place, @Nullable Element value, @Nullable Element more) {
        if (value == null) {
            throw new Element.MismatchException(org.bson.BsonType.NULL);
        }
        return value.rounded(part.type, more, more == null || more.isNull() ? null : find(bytes, scaleName(place)));
    }

    private static @Nullable Element find(byte[] bytes, String name) {
        int from = 4;
        byte[] wanted = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        while (bytes[from] != 0) {
            int nameEnd = BsonBytes.nameEnd(bytes, from + 1);
            if (java.util.Arrays.equals(bytes, from + 1, nameEnd, wanted, 0, wanted.length)) {
                return new Element(bytes, from, nameEnd + 1);
            }
            from = BsonBytes.valueEnd(bytes[from], bytes, nameEnd + 1);
        }
        return null;
    }
}
