package dev.dormouse.lmdb.internal.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values from CBOR; fields that the type does not have are skipped. The parser stands on the first token of what is read. */
public final class CborReader {

    private CborReader() {}

    static Record record(JsonParser in, RecordType type) throws IOException {
        expect(in, JsonToken.START_OBJECT);
        Record record = new Record(type.fields().size());
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            int ordinal = type.ordinal(in.currentName());
            in.nextToken();
            if (ordinal < 0) {
                in.skipChildren();
            } else {
                record.set(ordinal, value(in, type.fields().get(ordinal).type()));
            }
        }
        expect(in, JsonToken.END_OBJECT);
        return record;
    }

    private static void expect(JsonParser in, JsonToken token) {
        if (in.currentToken() != token) {
            throw new IllegalArgumentException(in.currentToken() + " in place of " + token);
        }
    }

    private static @Nullable Object value(JsonParser in, StoreType type) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type instanceof BasicType basic) {
            return basic(in, basic);
        }
        if (type instanceof RecordType nested) {
            return record(in, nested);
        }
        expect(in, JsonToken.START_ARRAY);
        List<@Nullable Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(in, ((ArrayType) type).element()));
        }
        return items;
    }

    /** Reads a value of a basic type; the parser stands at its last token afterwards. */
    public static Object basic(JsonParser in, BasicType type) throws IOException {
        return switch (type) {
            case BOOLEAN -> in.getBooleanValue();
            case INTEGER -> in.getIntValue();
            case LONG -> in.getLongValue();
            case FLOAT -> in.getFloatValue();
            case DOUBLE -> in.getDoubleValue();
            case BIG_INTEGER -> in.getBigIntegerValue();
            case DECIMAL -> decimal(in);
            case STRING -> in.getText();
            case BYTES -> in.getBinaryValue();
            case UUID -> uuid(ByteBuffer.wrap(in.getBinaryValue()));
            case DATE -> LocalDate.ofEpochDay(in.getLongValue());
            case TIME -> LocalTime.ofNanoOfDay(in.getLongValue());
            case TIMESTAMP -> {
                long[] numbers = numbers(in, 2);
                yield LocalDateTime.ofEpochSecond(numbers[0], (int) numbers[1], ZoneOffset.UTC);
            }
            case INSTANT -> {
                long[] numbers = numbers(in, 2);
                yield Instant.ofEpochSecond(numbers[0], numbers[1]);
            }
            case OFFSET_TIME -> {
                long[] numbers = numbers(in, 2);
                yield LocalTime.ofNanoOfDay(numbers[0]).atOffset(ZoneOffset.ofTotalSeconds((int) numbers[1]));
            }
            case OFFSET_TIMESTAMP -> {
                long[] numbers = numbers(in, 3);
                yield OffsetDateTime.ofInstant(
                        Instant.ofEpochSecond(numbers[0], numbers[1]), ZoneOffset.ofTotalSeconds((int) numbers[2]));
            }
        };
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(0), bytes.getLong(8));
    }

    private static BigDecimal decimal(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            return in.getDecimalValue();
        }
        in.nextToken();
        long exponent = in.getLongValue();
        in.nextToken();
        BigDecimal value = new BigDecimal(in.getBigIntegerValue(), Math.toIntExact(-exponent));
        in.nextToken();
        expect(in, JsonToken.END_ARRAY);
        return value;
    }

    private static long[] numbers(JsonParser in, int count) throws IOException {
        expect(in, JsonToken.START_ARRAY);
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            in.nextToken();
            numbers[i] = in.getLongValue();
        }
        in.nextToken();
        expect(in, JsonToken.END_ARRAY);
        return numbers;
    }
}
