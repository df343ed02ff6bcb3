package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.SharedTexts;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Reads values at their places in a FlatBuffers record. Every access is checked against the end of the record. */
public final class FlatReader {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private FlatReader() {}

    /** Reads an int. */
    public static int intAt(DirectBuffer buffer, int at) {
        return buffer.getInt(at, ORDER);
    }

    /** Reads a long. */
    public static long longAt(DirectBuffer buffer, int at) {
        return buffer.getLong(at, ORDER);
    }

    /** Returns where the table begins to which a reference refers. */
    public static int follow(DirectBuffer buffer, int at) {
        return at + intAt(buffer, at);
    }

    /** Returns where a field of a table is, 0 if it is absent. */
    public static int field(DirectBuffer buffer, int table, int ordinal) {
        int vtable = table - intAt(buffer, table);
        int slot = slot(ordinal);
        if (slot >= unsignedShortAt(buffer, vtable)) {
            return 0;
        }
        int offset = unsignedShortAt(buffer, vtable + slot);
        return offset == 0 ? 0 : table + offset;
    }

    /** Returns where in its vtable a field has its offset. */
    static int slot(int ordinal) {
        return 4 + 2 * ordinal;
    }

    static int unsignedShortAt(DirectBuffer buffer, int at) {
        return buffer.getShort(at, ORDER) & 0xFFFF;
    }

    static Record record(DirectBuffer buffer, int table, RecordType type) {
        int count = type.fields().size();
        Record record = new Record(count);
        for (int i = 0; i < count; i++) {
            int at = field(buffer, table, i);
            if (at != 0) {
                record.set(i, value(buffer, at, type.fields().get(i).type()));
            }
        }
        return record;
    }

    private static Object value(DirectBuffer buffer, int at, StoreType type) {
        if (type instanceof BasicType basic) {
            return basic(buffer, at, basic);
        }
        if (type instanceof ArrayType array) {
            StoreType element = array.element();
            return list(buffer, follow(buffer, at), element, place -> value(buffer, place, element));
        }
        return record(buffer, follow(buffer, at), (RecordType) type);
    }

    /** Reads one element of an array at its place. */
    @FunctionalInterface
    interface ElementReader {
        Object read(int at);
    }

    /** Returns the elements of an array. */
    static List<@Nullable Object> list(DirectBuffer buffer, int table, StoreType element, ElementReader reader) {
        int vector = follow(buffer, field(buffer, table, 0));
        int flags = field(buffer, table, 1);
        int nulls = flags == 0 ? 0 : follow(buffer, flags) + 4;
        int count = intAt(buffer, vector);
        int size = FlatLayout.size(element);
        if (count < 0 || (long) count * size > buffer.capacity()) {
            throw new IndexOutOfBoundsException("array of " + count);
        }
        boolean isWrapped = FlatLayout.isWrapped(element);
        List<@Nullable Object> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = vector + 4 + size * i;
            if (nulls != 0 && buffer.getByte(nulls + i) != 0) {
                list.add(null);
            } else {
                list.add(reader.read(isWrapped ? field(buffer, follow(buffer, at), 0) : at));
            }
        }
        return list;
    }

    /** Reads a value of a basic type at its place. */
    public static Object basic(DirectBuffer buffer, int at, BasicType type) {
        return switch (type) {
            case BOOLEAN -> buffer.getByte(at) != 0;
            case INTEGER -> intAt(buffer, at);
            case LONG -> longAt(buffer, at);
            case FLOAT -> buffer.getFloat(at, ORDER);
            case DOUBLE -> buffer.getDouble(at, ORDER);
            case STRING -> text(buffer, at);
            case BYTES -> bytes(buffer, follow(buffer, at));
            case BIG_INTEGER -> new BigInteger(bytes(buffer, follow(buffer, at)));
            case DECIMAL -> decimal(buffer, follow(buffer, at));
            case UUID -> new UUID(longAt(buffer, at), longAt(buffer, at + 8));
            case DATE -> LocalDate.ofEpochDay(longAt(buffer, at));
            case TIME -> LocalTime.ofNanoOfDay(longAt(buffer, at));
            case TIMESTAMP -> LocalDateTime.ofEpochSecond(longAt(buffer, at), intAt(buffer, at + 8), ZoneOffset.UTC);
            case INSTANT -> Instant.ofEpochSecond(longAt(buffer, at), intAt(buffer, at + 8));
            case OFFSET_TIME ->
                LocalTime.ofNanoOfDay(longAt(buffer, at)).atOffset(ZoneOffset.ofTotalSeconds(intAt(buffer, at + 8)));
            case OFFSET_TIMESTAMP ->
                OffsetDateTime.ofInstant(
                        Instant.ofEpochSecond(longAt(buffer, at), intAt(buffer, at + 8)),
                        ZoneOffset.ofTotalSeconds(intAt(buffer, at + 12)));
        };
    }

    /** Reads a text that may be known. */
    static String text(DirectBuffer buffer, int at, SharedTexts shared) {
        int vector = follow(buffer, at);
        int count = count(buffer, vector);
        if (!shared.takes(count)) {
            return text(buffer, vector, count);
        }
        if (count == 0) {
            return "";
        }
        int start = vector + 4;
        int lastEight = start + count - Long.BYTES;
        String known;
        if (count < Long.BYTES) {
            // What stands before the text is shifted out.
            long all = longAt(buffer, lastEight) >>> (Byte.SIZE * (Long.BYTES - count));
            known = shared.find(count, all, 0, 0, 0);
        } else if (count <= 2 * Long.BYTES) {
            known = shared.find(count, longAt(buffer, start), 0, 0, longAt(buffer, lastEight));
        } else {
            known = shared.find(
                    count,
                    longAt(buffer, start),
                    longAt(buffer, start + Long.BYTES),
                    longAt(buffer, lastEight - Long.BYTES),
                    longAt(buffer, lastEight));
        }
        return known == null ? shared.add(text(buffer, vector, count)) : known;
    }

    static String text(DirectBuffer buffer, int at) {
        int vector = follow(buffer, at);
        return text(buffer, vector, count(buffer, vector));
    }

    private static String text(DirectBuffer buffer, int vector, int count) {
        byte[] array = buffer.byteArray();
        if (array == null) {
            return new String(bytes(buffer, vector), StandardCharsets.UTF_8);
        }
        buffer.boundsCheck(vector + 4, count);
        return new String(array, buffer.wrapAdjustment() + vector + 4, count, StandardCharsets.UTF_8);
    }

    /** Tells whether a text has these bytes. */
    static boolean isText(DirectBuffer buffer, int at, byte[] other) {
        int vector = follow(buffer, at);
        return count(buffer, vector) == other.length && compareBytes(buffer, vector + 4, other.length, other) == 0;
    }

    /** Compares the bytes of a text with others as unsigned. */
    static int compareText(DirectBuffer buffer, int at, byte[] other) {
        int vector = follow(buffer, at);
        return compareBytes(buffer, vector + 4, count(buffer, vector), other);
    }

    /** Compares bytes with others as unsigned, eight at a time. */
    static int compareBytes(DirectBuffer buffer, int start, int count, byte[] other) {
        int shared = Math.min(count, other.length);
        int i = 0;
        for (; i + Long.BYTES <= shared; i += Long.BYTES) {
            long own = buffer.getLong(start + i, ByteOrder.BIG_ENDIAN);
            long its = (long) EIGHT_BYTES.get(other, i);
            if (own != its) {
                return Long.compareUnsigned(own, its);
            }
        }
        for (; i < shared; i++) {
            int order = Byte.compareUnsigned(buffer.getByte(start + i), other[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(count, other.length);
    }

    static int count(DirectBuffer buffer, int vector) {
        int count = intAt(buffer, vector);
        if (count < 0 || count > buffer.capacity()) {
            throw new IndexOutOfBoundsException("vector of " + count);
        }
        return count;
    }

    private static byte[] bytes(DirectBuffer buffer, int vector) {
        int count = count(buffer, vector);
        byte[] bytes = new byte[count];
        buffer.getBytes(vector + 4, bytes);
        return bytes;
    }

    private static BigDecimal decimal(DirectBuffer buffer, int vector) {
        byte[] unscaled = bytes(buffer, vector);
        return new BigDecimal(
                new BigInteger(Arrays.copyOfRange(unscaled, 4, unscaled.length)), intAt(buffer, vector + 4));
    }
}
