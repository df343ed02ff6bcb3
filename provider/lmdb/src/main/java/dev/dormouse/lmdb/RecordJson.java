package dev.dormouse.lmdb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records of tables as JSON: an object of the fields that are not null. Numbers of up to 64 bits are numbers (what is not finite is a text), bytes are Base64, everything else is the text that its class
 * writes.
 */
final class RecordJson {

    private RecordJson() {}

    static void write(JsonGenerator out, StoreType type, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (type instanceof RecordType fields) {
            record(out, fields, (Record) value);
        } else if (type instanceof ArrayType array) {
            out.writeStartArray();
            for (Object element : (List<?>) value) {
                write(out, array.element(), element);
            }
            out.writeEndArray();
        } else {
            basic(out, value);
        }
    }

    private static void record(JsonGenerator out, RecordType type, Record record) throws IOException {
        out.writeStartObject();
        List<Field> fields = type.fields();
        for (int i = 0; i < fields.size() && i < record.size(); i++) {
            Object value = record.value(i);
            if (value != null) {
                out.writeFieldName(fields.get(i).name());
                write(out, fields.get(i).type(), value);
            }
        }
        out.writeEndObject();
    }

    private static void basic(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Float number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof byte[] bytes) {
            out.writeBinary(bytes);
        } else {
            out.writeString(value.toString());
        }
    }

    /** Reads a record, whose object was begun. */
    static Record read(JsonParser in, RecordType type) throws IOException {
        Record record = new Record(type.fields().size());
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            int ordinal = type.ordinal(in.currentName());
            Load.expect(ordinal >= 0);
            in.nextToken();
            record.set(ordinal, value(in, type.fields().get(ordinal).type()));
        }
        return record;
    }

    private static @Nullable Object value(JsonParser in, StoreType type) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type instanceof RecordType fields) {
            Load.expect(in.currentToken() == JsonToken.START_OBJECT);
            return read(in, fields);
        }
        if (type instanceof ArrayType array) {
            Load.expect(in.currentToken() == JsonToken.START_ARRAY);
            List<@Nullable Object> elements = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(in, array.element()));
            }
            return elements;
        }
        return basic(in, (BasicType) type);
    }

    private static Object basic(JsonParser in, BasicType type) throws IOException {
        return switch (type) {
            case BOOLEAN -> in.getBooleanValue();
            case INTEGER -> in.getIntValue();
            case LONG -> in.getLongValue();
            case FLOAT -> in.currentToken().isNumeric() ? in.getFloatValue() : Float.valueOf(in.getText());
            case DOUBLE -> in.currentToken().isNumeric() ? in.getDoubleValue() : Double.valueOf(in.getText());
            case BYTES -> in.getBinaryValue();
            default -> parsed(text(in), type);
        };
    }

    private static String text(JsonParser in) throws IOException {
        Load.expect(in.currentToken() == JsonToken.VALUE_STRING);
        return in.getText();
    }

    private static Object parsed(String text, BasicType type) throws IOException {
        try {
            return switch (type) {
                case STRING -> text;
                case BIG_INTEGER -> new BigInteger(text);
                case DECIMAL -> new BigDecimal(text);
                case UUID -> UUID.fromString(text);
                case DATE -> LocalDate.parse(text);
                case TIME -> LocalTime.parse(text);
                case TIMESTAMP -> LocalDateTime.parse(text);
                case INSTANT -> Instant.parse(text);
                case OFFSET_TIME -> OffsetTime.parse(text);
                case OFFSET_TIMESTAMP -> OffsetDateTime.parse(text);
                case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE, BYTES -> throw new AssertionError(type);
            };
        } catch (java.time.DateTimeException e) {
            throw new IOException(e);
        }
    }
}
