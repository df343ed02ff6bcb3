package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import java.nio.ByteBuffer;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** Values as BSON. */
final class Values {

    static final String VALUE = "value";
    static final String MORE = "more";
    static final String SCALE = "scale";
    static final String UTC = "utc";
    static final String AT = "at";
    static final String OFFSET = "offset";

    private Values() {}

    /** Writes the value of a field that has no companions. */
    static BsonValue write(FieldForm field, Object value) {
        if (field.subDocument()) {
            BsonDocument document = new BsonDocument();
            ((List<?>) value).forEach(entry -> document.putAll(entry(field, Objects.requireNonNull(entry))));
            return document;
        }
        if (field.type() instanceof ArrayType array) {
            BsonArray elements = new BsonArray(((List<?>) value).size());
            for (Object element : (List<?>) value) {
                elements.add(element(field, array.element(), Objects.requireNonNull(element)));
            }
            return elements;
        }
        if (field.nested() != null) {
            return field.nested().write(record(value));
        }
        return basic((BasicType) field.type(), value, field.hex());
    }

    /** Writes an entry of a map that is kept as a document. */
    static BsonDocument entry(FieldForm field, Object value) {
        Record entry = record(value);
        FieldForm inner = Objects.requireNonNull(field.nested()).field(1);
        Object held = entry.value(1);
        BsonValue written = held == null ? BsonNull.VALUE : element(inner, inner.type(), held);
        return new BsonDocument(String.valueOf(entry.value(0)), written);
    }

    private static Record record(Object value) {
        return value instanceof Record record ? record : ((RecordView) value).copy();
    }

    /** Writes one element of an array. */
    static BsonValue element(FieldForm field, StoreType type, Object value) {
        if (field.nested() != null) {
            return field.nested().write(record(value));
        }
        BasicType basic = (BasicType) type;
        if (!Rounded.isNeededFor(basic)) {
            return basic(basic, value, field.hex());
        }
        Rounded rounded = Rounded.of(basic, value);
        return rounded.more() == null ? rounded.value() : document(rounded);
    }

    /** Writes a rounded value as one document. */
    static BsonDocument document(Rounded rounded) {
        BsonDocument document = new BsonDocument(VALUE, rounded.value());
        if (rounded.more() != null) {
            document.put(MORE, rounded.more());
        }
        if (rounded.scale() != null) {
            document.put(SCALE, new BsonInt32(rounded.scale()));
        }
        return document;
    }

    /** Writes a value of a type that BSON holds whole. */
    static BsonValue basic(BasicType type, Object value, boolean hex) {
        return switch (type) {
            case BOOLEAN -> BsonBoolean.valueOf((Boolean) value);
            case INTEGER -> new BsonInt32((Integer) value);
            case LONG -> new BsonInt64((Long) value);
            case FLOAT -> new BsonDouble((Float) value);
            case DOUBLE -> new BsonDouble((Double) value);
            case STRING ->
                hex && ObjectId.isValid((String) value)
                        ? new BsonObjectId(new ObjectId((String) value))
                        : new BsonString((String) value);
            case BYTES -> new BsonBinary((byte[]) value);
            case UUID -> uuid((UUID) value);
            case TIME -> new BsonInt64(((LocalTime) value).toNanoOfDay());
            case OFFSET_TIME -> offsetTime((OffsetTime) value);
            case OFFSET_TIMESTAMP -> offsetTimestamp((OffsetDateTime) value);
            case BIG_INTEGER, DECIMAL, DATE, TIMESTAMP, INSTANT -> throw new AssertionError(type);
        };
    }

    private static BsonBinary uuid(UUID value) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
        return new BsonBinary(BsonBinarySubType.UUID_STANDARD, bytes);
    }

    private static BsonDocument offsetTime(OffsetTime value) {
        int offset = value.getOffset().getTotalSeconds();
        return new BsonDocument(UTC, new BsonInt64(value.toLocalTime().toNanoOfDay() - offset * 1_000_000_000L))
                .append(OFFSET, new BsonInt32(offset));
    }

    private static BsonDocument offsetTimestamp(OffsetDateTime value) {
        Rounded rounded = Rounded.instant(value.toInstant());
        return new BsonDocument(AT, rounded.value())
                .append(MORE, rounded.more() == null ? BsonNull.VALUE : rounded.more())
                .append(OFFSET, new BsonInt32(value.getOffset().getTotalSeconds()));
    }
}
