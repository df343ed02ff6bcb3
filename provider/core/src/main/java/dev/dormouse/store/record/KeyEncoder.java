package dev.dormouse.store.record;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes keys as bytes whose unsigned order is the one order; see the package description for the form of every type. Long, integer, text and UUID
 * parts make no garbage.
 */
public final class KeyEncoder {

    /** Stands before a null in an index key. */
    static final int NULL = 0;

    /** Stands before a value in an index key. */
    static final int PRESENT = 1;

    static final long DAY_BIAS = 1L << 39;
    static final long SECOND_BIAS = 1L << 55;
    static final long OFFSET_BIAS = 1L << 23;
    static final long OFFSET_TIME_BIAS = 18 * 3600 * 1_000_000_000L;

    private KeyEncoder() {}

    /**
     * Appends a primary key.
     *
     * @throws MalformedKeyException if a part is null or no well-formed text
     */
    public static void primaryKey(KeyBuffer out, TableDefinition table, Key key) {
        List<FieldPath> paths = table.primaryKey();
        for (int i = 0; i < paths.size(); i++) {
            Object part = key.part(i);
            if (part == null) {
                throw nullPart(table, paths.get(i));
            }
            value(out, (BasicType) paths.get(i).type(), part);
        }
    }

    /**
     * Appends the primary key of a record.
     *
     * @throws MalformedKeyException if a part is null or no well-formed text
     */
    public static void primaryKey(KeyBuffer out, TableDefinition table, RecordView record) {
        List<FieldPath> paths = table.primaryKey();
        for (int i = 0; i < paths.size(); i++) {
            FieldPath path = paths.get(i);
            if (record.isNull(path)) {
                throw nullPart(table, path);
            }
            field(out, path, record);
        }
    }

    private static MalformedKeyException nullPart(TableDefinition table, FieldPath path) {
        return new MalformedKeyException(StoreMessages.NULL_IN_KEY.text(path, table.name()));
    }

    /**
     * Appends the key that a record has in an index, without the primary key.
     *
     * @param element the element of the array part, if the index has one; else ignored
     */
    public static void indexKey(KeyBuffer out, IndexDefinition index, RecordView record, @Nullable Object element) {
        List<IndexPart> parts = index.parts();
        for (int i = 0; i < parts.size(); i++) {
            IndexPart part = parts.get(i);
            FieldPath path = part.path();
            int start = out.length();
            if (path.type() instanceof ArrayType array) {
                FieldPath inElement = path.inElement();
                Object value = inElement != null && element instanceof RecordView of ? of.get(inElement) : element;
                indexPart(out, (BasicType) array.element(), value, part.descending());
            } else if (record.isNull(path)) {
                indexPart(out, (BasicType) path.type(), null, part.descending());
            } else {
                out.put(PRESENT);
                field(out, path, record);
                if (part.descending()) {
                    out.complementFrom(start);
                }
            }
        }
    }

    /** Appends one part of an index key: its marker, and the value if there is one. */
    public static void indexPart(KeyBuffer out, BasicType type, @Nullable Object value, boolean descending) {
        int start = out.length();
        if (value == null) {
            out.put(NULL);
        } else {
            out.put(PRESENT);
            value(out, type, value);
        }
        if (descending) {
            out.complementFrom(start);
        }
    }

    private static void field(KeyBuffer out, FieldPath path, RecordView record) {
        BasicType type = (BasicType) path.type();
        switch (type) {
            case LONG -> out.putLowest(record.getLong(path) ^ Long.MIN_VALUE, 8);
            case INTEGER -> out.putLowest(record.getInt(path) ^ Integer.MIN_VALUE, 4);
            default -> {
                Object value = record.get(path);
                if (value == null) {
                    throw new AssertionError("a field that is not null has no value: " + path);
                }
                value(out, type, value);
            }
        }
    }

    /** Appends a value in rising order, without marker. */
    public static void value(KeyBuffer out, BasicType type, Object value) {
        switch (type) {
            case BOOLEAN -> out.put((Boolean) value ? 1 : 0);
            case INTEGER -> out.putLowest((Integer) value ^ Integer.MIN_VALUE, 4);
            case LONG -> out.putLowest((Long) value ^ Long.MIN_VALUE, 8);
            case FLOAT -> out.putLowest(floating((Float) value), 4);
            case DOUBLE -> out.putLowest(floating((Double) value), 8);
            case BIG_INTEGER -> integer(out, (BigInteger) value);
            case DECIMAL -> DecimalKey.encode(out, (BigDecimal) value);
            case STRING -> text(out, (String) value);
            case BYTES -> bytes(out, (byte[]) value);
            case UUID -> uuid(out, (UUID) value);
            case DATE -> date(out, (LocalDate) value);
            case TIME -> time(out, (LocalTime) value);
            case TIMESTAMP -> {
                date(out, ((LocalDateTime) value).toLocalDate());
                time(out, ((LocalDateTime) value).toLocalTime());
            }
            case INSTANT -> instant(out, (Instant) value);
            case OFFSET_TIME -> offsetTime(out, (OffsetTime) value);
            case OFFSET_TIMESTAMP -> {
                OffsetDateTime timestamp = (OffsetDateTime) value;
                instant(out, timestamp.toInstant());
                out.putLowest(timestamp.getOffset().getTotalSeconds() + OFFSET_BIAS, 3);
            }
        }
    }

    private static long floating(float value) {
        if (Float.isNaN(value)) {
            return 0;
        }
        int bits = Float.floatToIntBits(value == 0 ? 0 : value);
        return bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    }

    private static long floating(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        long bits = Double.doubleToLongBits(value == 0 ? 0 : value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static void integer(KeyBuffer out, BigInteger value) {
        byte[] magnitude = value.abs().toByteArray();
        int skipped = magnitude[0] == 0 ? 1 : 0;
        int count = magnitude.length - skipped;
        int start = out.length();
        if (count <= 126) {
            out.put(0x80 + count);
        } else {
            out.put(0xFF).putLowest(count, 4);
        }
        out.put(magnitude, skipped, count);
        if (value.signum() < 0) {
            out.complementFrom(start);
        }
    }

    private static void text(KeyBuffer out, String text) {
        int size = text.length();
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c > 1 && c < 0x80) {
                out.put(c);
            } else if (c <= 1) {
                out.put(1).put(c + 1);
            } else if (c < 0x800) {
                out.put(0xC0 | (c >> 6)).put(continuation(c));
            } else if (!Character.isSurrogate(c)) {
                out.put(0xE0 | (c >> 12)).put(continuation(c >> 6)).put(continuation(c));
            } else {
                int point = text.codePointAt(i);
                if (point == c || Character.isLowSurrogate(c)) {
                    throw new MalformedKeyException(StoreMessages.LONE_SURROGATE.text(i, text));
                }
                i++;
                out.put(0xF0 | (point >> 18)).put(continuation(point >> 12));
                out.put(continuation(point >> 6)).put(continuation(point));
            }
        }
        out.put(0);
    }

    private static int continuation(int bits) {
        return 0x80 | (bits & 0x3F);
    }

    private static void bytes(KeyBuffer out, byte[] value) {
        for (byte b : value) {
            if (b == 0 || b == 1) {
                out.put(1).put(b + 1);
            } else {
                out.put(b);
            }
        }
        out.put(0);
    }

    private static void uuid(KeyBuffer out, UUID value) {
        out.putLowest(value.getMostSignificantBits(), 8).putLowest(value.getLeastSignificantBits(), 8);
    }

    private static void date(KeyBuffer out, LocalDate value) {
        out.putLowest(value.toEpochDay() + DAY_BIAS, 5);
    }

    private static void time(KeyBuffer out, LocalTime value) {
        out.putLowest(value.toNanoOfDay(), 6);
    }

    private static void instant(KeyBuffer out, Instant value) {
        out.putLowest(value.getEpochSecond() + SECOND_BIAS, 7).putLowest(value.getNano(), 4);
    }

    private static void offsetTime(KeyBuffer out, OffsetTime value) {
        int offset = value.getOffset().getTotalSeconds();
        long nanos = value.toLocalTime().toNanoOfDay() - offset * 1_000_000_000L;
        out.putLowest(nanos + OFFSET_TIME_BIAS, 6).putLowest(offset + OFFSET_BIAS, 3);
    }
}
