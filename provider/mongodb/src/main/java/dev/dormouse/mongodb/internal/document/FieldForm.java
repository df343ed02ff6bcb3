package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/**
 * How one field lies in its document.
 *
 * @param name its name
 * @param type its type
 * @param nested the form of the nested record, or of the records in the array; null for basic values
 * @param hex whether texts of 24 hexadecimal digits are kept as ObjectIds
 * @param subDocument whether an array of entries is kept as a document with a field for each key
 * @param inKey whether it is kept in {@code _id}, not here
 * @param holdsKey whether it is a nested record some of whose fields are kept in {@code _id}
 */
record FieldForm(
        String name,
        StoreType type,
        @Nullable RecordForm nested,
        boolean hex,
        boolean subDocument,
        boolean inKey,
        boolean holdsKey) {

    static final String MORE = ":more";
    static final String SCALE = ":scale";

    boolean isRounded() {
        return type instanceof BasicType basic && Rounded.isNeededFor(basic);
    }

    boolean isArray() {
        return type instanceof ArrayType;
    }

    boolean isRecord() {
        return type instanceof RecordType;
    }

    /** Puts a value, not null, into a document under this field's name, with its companions. */
    void put(BsonDocument document, Object value) {
        put(document, name, value);
    }

    /** Puts a value, not null, under a name, with its companions. */
    void put(BsonDocument document, String under, Object value) {
        if (!isRounded()) {
            document.put(under, Values.write(this, value));
            return;
        }
        Rounded rounded = Rounded.of((BasicType) type, value);
        document.put(under, rounded.value());
        if (rounded.more() != null) {
            document.put(under + MORE, rounded.more());
        }
        if (rounded.scale() != null) {
            document.put(under + SCALE, new BsonInt32(rounded.scale()));
        }
    }
}
