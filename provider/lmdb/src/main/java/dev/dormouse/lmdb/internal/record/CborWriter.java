package dev.dormouse.lmdb.internal.record;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values as CBOR; typed maps write basic values the same way. */
public final class CborWriter {

    static final int UUID_TAG = 37;
    static final int DAYS_TAG = 100;

    private CborWriter() {}

    static void record(CBORGenerator out, RecordType type, Record record) throws IOException {
        out.writeStartObject();
        List<Field> fields = type.fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = record.value(i);
            if (value != null) {
                out.writeFieldName(fields.get(i).name());
                value(out, fields.get(i).type(), value);
            }
        }
        out.writeEndObject();
    }

    private static void value(CBORGenerator out, StoreType type, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (type instanceof BasicType basic) {
            basic(out, basic, value);
        } else if (type instanceof RecordType nested) {
            record(out, nested, (Record) value);
        } else {
            StoreType element = ((ArrayType) type).element();
            List<?> items = (List<?>) value;
            out.writeStartArray(items, items.size());
            for (Object item : items) {
                value(out, element, item);
            }
            out.writeEndArray();
        }
    }

    /** Writes a value of a basic type. */
    public static void basic(CBORGenerator out, BasicType type, Object value) throws IOException {
        switch (type) {
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case INTEGER -> out.writeNumber((Integer) value);
            case LONG -> out.writeNumber((Long) value);
            case FLOAT -> out.writeNumber((Float) value);
            case DOUBLE -> out.writeNumber((Double) value);
            case BIG_INTEGER -> out.writeNumber((BigInteger) value);
            case DECIMAL -> decimal(out, (BigDecimal) value);
            case STRING -> out.writeString((String) value);
            case BYTES -> out.writeBinary((byte[]) value);
            case UUID -> uuid(out, (UUID) value);
            case DATE -> {
                out.writeTag(DAYS_TAG);
                out.writeNumber(((LocalDate) value).toEpochDay());
            }
            case TIME -> out.writeNumber(((LocalTime) value).toNanoOfDay());
            case TIMESTAMP -> instant(out, ((LocalDateTime) value).toInstant(ZoneOffset.UTC));
            case INSTANT -> instant(out, (Instant) value);
            case OFFSET_TIME -> {
                OffsetTime time = (OffsetTime) value;
                numbers(out, time.toLocalTime().toNanoOfDay(), time.getOffset().getTotalSeconds());
            }
            case OFFSET_TIMESTAMP -> {
                OffsetDateTime time = (OffsetDateTime) value;
                numbers(
                        out,
                        time.toEpochSecond(),
                        time.getNano(),
                        time.getOffset().getTotalSeconds());
            }
        }
    }

    /** Tag 4 by hand: exponent and unscaled value, whose bounds are not those of a Java number. */
    private static void decimal(CBORGenerator out, BigDecimal value) throws IOException {
        out.writeTag(4);
        out.writeStartArray(null, 2);
        out.writeNumber(-(long) value.scale());
        out.writeNumber(value.unscaledValue());
        out.writeEndArray();
    }

    private static void uuid(CBORGenerator out, UUID value) throws IOException {
        out.writeTag(UUID_TAG);
        out.writeBinary(ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
    }

    private static void instant(CBORGenerator out, Instant value) throws IOException {
        numbers(out, value.getEpochSecond(), value.getNano());
    }

    private static void numbers(CBORGenerator out, long... numbers) throws IOException {
        out.writeStartArray(null, numbers.length);
        for (long number : numbers) {
            out.writeNumber(number);
        }
        out.writeEndArray();
    }
}
