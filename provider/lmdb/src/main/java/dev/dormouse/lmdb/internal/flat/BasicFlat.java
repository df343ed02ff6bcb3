package dev.dormouse.lmdb.internal.flat;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.dormouse.lmdb.internal.record.FlatReader;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.agrona.DirectBuffer;

/** Values of a basic type, in the form of the records of tables. */
final class BasicFlat extends FlatCodec {

    private final BasicType type;

    BasicFlat(BasicType type) {
        this.type = type;
    }

    @Override
    int size() {
        return switch (type) {
            case BOOLEAN -> 1;
            case INTEGER, FLOAT, STRING, BYTES, BIG_INTEGER, DECIMAL -> 4;
            case LONG, DOUBLE, DATE, TIME -> 8;
            case UUID, TIMESTAMP, INSTANT, OFFSET_TIME, OFFSET_TIMESTAMP -> 16;
        };
    }

    @Override
    int alignment() {
        return Math.min(size(), 8);
    }

    @Override
    boolean isReference() {
        return switch (type) {
            case STRING, BYTES, BIG_INTEGER, DECIMAL -> true;
            default -> false;
        };
    }

    @Override
    int elsewhere(FlatBufferBuilder out, Object value) {
        return switch (type) {
            case STRING -> out.createString((String) value);
            case BYTES -> out.createByteVector((byte[]) value);
            case BIG_INTEGER -> out.createByteVector(((BigInteger) value).toByteArray());
            case DECIMAL -> out.createByteVector(decimal((BigDecimal) value));
            default -> 0;
        };
    }

    private static byte[] decimal(BigDecimal value) {
        byte[] unscaled = value.unscaledValue().toByteArray();
        return ByteBuffer.allocate(4 + unscaled.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value.scale())
                .put(unscaled)
                .array();
    }

    @Override
    void inPlace(FlatBufferBuilder out, Object value) {
        switch (type) {
            case BOOLEAN -> out.addBoolean((Boolean) value);
            case INTEGER -> out.addInt((Integer) value);
            case LONG -> out.addLong((Long) value);
            case FLOAT -> out.addInt(Float.floatToRawIntBits((Float) value));
            case DOUBLE -> out.addLong(Double.doubleToRawLongBits((Double) value));
            case DATE -> out.addLong(((LocalDate) value).toEpochDay());
            case TIME -> out.addLong(((LocalTime) value).toNanoOfDay());
            case UUID -> uuid(out, (UUID) value);
            case TIMESTAMP -> moment(out, ((LocalDateTime) value).toInstant(ZoneOffset.UTC));
            case INSTANT -> moment(out, (Instant) value);
            case OFFSET_TIME -> {
                OffsetTime time = (OffsetTime) value;
                long nanos = time.toLocalTime().toNanoOfDay();
                struct(out, nanos, time.getOffset().getTotalSeconds(), 0);
            }
            case OFFSET_TIMESTAMP -> {
                OffsetDateTime time = (OffsetDateTime) value;
                struct(
                        out,
                        time.toEpochSecond(),
                        time.getNano(),
                        time.getOffset().getTotalSeconds());
            }
            case STRING, BYTES, BIG_INTEGER, DECIMAL -> throw new AssertionError("a reference: " + type);
        }
    }

    @Override
    void wholeInPlace(FlatBufferBuilder out, long value) {
        if (type == BasicType.INTEGER) {
            out.addInt((int) value);
        } else {
            out.addLong(value);
        }
    }

    /** From the last field to the first, since the library writes from back to front. */
    private static void uuid(FlatBufferBuilder out, UUID value) {
        out.prep(8, 16);
        out.putLong(value.getLeastSignificantBits());
        out.putLong(value.getMostSignificantBits());
    }

    private static void moment(FlatBufferBuilder out, Instant value) {
        struct(out, value.getEpochSecond(), value.getNano(), 0);
    }

    private static void struct(FlatBufferBuilder out, long first, int second, int third) {
        out.prep(8, 16);
        out.putInt(third);
        out.putInt(second);
        out.putLong(first);
    }

    @Override
    public Object read(DirectBuffer in, int at) {
        if (isReference()) {
            count(in, follow(in, at), 1);
        }
        return FlatReader.basic(in, at, type);
    }

    @Override
    String typeName() {
        return switch (type) {
            case BOOLEAN -> "bool";
            case INTEGER -> "int";
            case LONG, DATE, TIME -> "long";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case STRING -> "string";
            case BYTES, BIG_INTEGER, DECIMAL -> "[ubyte]";
            case UUID -> "Uuid";
            case TIMESTAMP, INSTANT -> "Moment";
            case OFFSET_TIME -> "OffsetTime";
            case OFFSET_TIMESTAMP -> "OffsetMoment";
        };
    }

    @Override
    void form(FlatForm out) {
        out.add(type.name().toLowerCase(Locale.ROOT));
    }
}
