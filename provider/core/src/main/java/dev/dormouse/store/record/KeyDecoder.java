package dev.dormouse.store.record;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link KeyEncoder} wrote, part by part. Decimals come back without trailing zeros, zero and NaN in their one form. Not thread-safe. */
public final class KeyDecoder {

    private byte[] bytes;
    private int position;
    private int end;
    private int mask;

    /** Tells whether a key gives back the very value that it was made of: decimals lose their scale, and the zeros of a type have one key. */
    public static boolean isExact(BasicType type) {
        return switch (type) {
            case FLOAT, DOUBLE, DECIMAL -> false;
            default -> true;
        };
    }

    /** Makes a decoder of all these bytes. */
    public KeyDecoder(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Makes a decoder of some bytes. */
    public KeyDecoder(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
    }

    /** Starts again with other bytes. */
    public KeyDecoder reset(byte[] others, int offset, int length) {
        bytes = others;
        position = offset;
        end = offset + length;
        mask = 0;
        return this;
    }

    /** Reads the primary key of a table from the whole of these bytes. */
    public static Key primaryKey(TableDefinition table, byte[] bytes, int offset, int length) {
        KeyDecoder decoder = new KeyDecoder(bytes, offset, length);
        @Nullable Object[] parts = new Object[table.primaryKey().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = decoder.value((BasicType) table.primaryKey().get(i).type());
        }
        decoder.checkAtEnd();
        return Key.of(parts);
    }

    /** Reads a key of an index that was not cut. */
    public static Key indexKey(IndexDefinition index, byte[] bytes, int offset, int length) {
        KeyDecoder decoder = new KeyDecoder(bytes, offset, length);
        @Nullable Object[] parts = new Object[index.parts().size()];
        for (int i = 0; i < parts.length; i++) {
            IndexPart part = index.parts().get(i);
            BasicType type = (BasicType)
                    (part.path().type() instanceof ArrayType array
                            ? array.element()
                            : part.path().type());
            parts[i] = decoder.indexPart(type, part.descending());
        }
        decoder.checkAtEnd();
        return Key.of(parts);
    }

    /** Returns where the next part begins in the bytes. */
    public int position() {
        return position;
    }

    /** Tells whether everything is read. */
    public boolean atEnd() {
        return position == end;
    }

    private void checkAtEnd() {
        if (!atEnd()) {
            throw corrupt();
        }
    }

    private MalformedKeyException corrupt() {
        return new MalformedKeyException(
                StoreMessages.CORRUPT_KEY.text(HexFormat.of().formatHex(Arrays.copyOf(bytes, end))));
    }

    /** Reads one part of an index key. */
    public @Nullable Object indexPart(BasicType type, boolean descending) {
        mask = descending ? 0xFF : 0;
        Object value = read() == KeyEncoder.NULL ? null : value(type);
        mask = 0;
        return value;
    }

    /** Reads one text of an index key, of a field whose texts may be known. */
    public @Nullable String indexText(boolean descending, SharedTexts shared) {
        mask = descending ? 0xFF : 0;
        String text = read() == KeyEncoder.NULL ? null : text(shared);
        mask = 0;
        return text;
    }

    /** Reads a LONG. */
    public long longValue() {
        return readLowest(8) ^ Long.MIN_VALUE;
    }

    /** Reads an INTEGER. */
    public int intValue() {
        return (int) readLowest(4) ^ Integer.MIN_VALUE;
    }

    /** Reads a value without marker. */
    public Object value(BasicType type) {
        return switch (type) {
            case BOOLEAN -> read() != 0;
            case INTEGER -> intValue();
            case LONG -> longValue();
            case FLOAT -> floatValue();
            case DOUBLE -> doubleValue();
            case BIG_INTEGER -> integer();
            case DECIMAL -> DecimalKey.decode(this);
            case STRING -> text(null);
            case BYTES -> escaped();
            case UUID -> new UUID(readLowest(8), readLowest(8));
            case DATE -> date();
            case TIME -> time();
            case TIMESTAMP -> LocalDateTime.of(date(), time());
            case INSTANT -> instant();
            case OFFSET_TIME -> offsetTime();
            case OFFSET_TIMESTAMP -> instant().atOffset(offset());
        };
    }

    /** Reads one byte, 0 to 255. */
    public int read() {
        if (position >= end) {
            throw corrupt();
        }
        return (bytes[position++] ^ mask) & 0xFF;
    }

    /** Reads the lowest bytes of a number, highest first; none is negative below eight. */
    public long readLowest(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | read();
        }
        return value;
    }

    void invert() {
        mask ^= 0xFF;
    }

    private float floatValue() {
        int bits = (int) readLowest(4);
        if (bits == 0) {
            return Float.NaN;
        }
        return Float.intBitsToFloat(bits < 0 ? bits ^ Integer.MIN_VALUE : ~bits);
    }

    private double doubleValue() {
        long bits = readLowest(8);
        if (bits == 0) {
            return Double.NaN;
        }
        return Double.longBitsToDouble(bits < 0 ? bits ^ Long.MIN_VALUE : ~bits);
    }

    private BigInteger integer() {
        int header = read();
        boolean negative = header < 0x80;
        if (negative) {
            invert();
            header = ~header & 0xFF;
        }
        int count = header == 0xFF ? (int) readLowest(4) : header - 0x80;
        if (count > end - position) {
            throw corrupt();
        }
        byte[] magnitude = new byte[count];
        for (int i = 0; i < count; i++) {
            magnitude[i] = (byte) read();
        }
        if (negative) {
            invert();
        }
        return new BigInteger(count == 0 ? 0 : negative ? -1 : 1, magnitude);
    }

    private String text(@Nullable SharedTexts shared) {
        int plain = plainLength();
        byte[] content = plain < 0 ? escaped() : bytes;
        int from = plain < 0 ? 0 : position;
        int length = plain < 0 ? content.length : plain;
        if (plain >= 0) {
            position += plain + 1;
        }
        return shared == null
                ? new String(content, from, length, StandardCharsets.UTF_8)
                : shared.get(content, from, length);
    }

    /** Returns how many bytes stand here as they are meant, before the one that ends them; -1 if not all do. */
    private int plainLength() {
        if (mask == 0) {
            for (int at = position; at < end; at++) {
                if (bytes[at] == 0) {
                    return at - position;
                }
                if (bytes[at] == 1) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private byte[] escaped() {
        byte[] content = new byte[end - position];
        int size = 0;
        for (int b = read(); b != 0; b = read()) {
            content[size++] = (byte) (b == 1 ? read() - 1 : b);
        }
        return size == content.length ? content : Arrays.copyOf(content, size);
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(readLowest(5) - KeyEncoder.DAY_BIAS);
    }

    private LocalTime time() {
        return LocalTime.ofNanoOfDay(readLowest(6));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(readLowest(7) - KeyEncoder.SECOND_BIAS, readLowest(4));
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds((int) (readLowest(3) - KeyEncoder.OFFSET_BIAS));
    }

    private OffsetTime offsetTime() {
        long nanos = readLowest(6) - KeyEncoder.OFFSET_TIME_BIAS;
        ZoneOffset offset = offset();
        return LocalTime.ofNanoOfDay(nanos + offset.getTotalSeconds() * 1_000_000_000L)
                .atOffset(offset);
    }
}
