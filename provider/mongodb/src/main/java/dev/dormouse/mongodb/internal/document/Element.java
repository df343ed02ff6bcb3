package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.record.SharedTexts;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.bson.BsonType;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** One element of a document where it lies. Numbers are read as the field's type where nothing is lost by it: documents may come from other programs. */
final class Element {

    private final byte[] bytes;
    private final int typeAt;
    private final int at;

    Element(byte[] bytes, int typeAt, int at) {
        this.bytes = bytes;
        this.typeAt = typeAt;
        this.at = at;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    /** The element is of another type than its field. */
    static final class MismatchException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final BsonType found;

        MismatchException(BsonType found) {
            super("another type", null, false, false);
            this.found = found;
        }

        BsonType found() {
            return found;
        }
    }

    static Element at(byte[] bytes, int typeAt) {
        return new Element(bytes, typeAt, BsonBytes.nameEnd(bytes, typeAt + 1) + 1);
    }

    BsonType type() {
        return BsonType.findByValue(bytes[typeAt] & 0xFF);
    }

    boolean isNull() {
        byte type = bytes[typeAt];
        return type == (byte) BsonType.NULL.getValue() || type == (byte) BsonType.UNDEFINED.getValue();
    }

    private MismatchException mismatch() {
        return new MismatchException(type());
    }

    /** Returns the element of this document or array with a name, or null. */
    @Nullable
    Element child(String name) {
        int from = children();
        while (bytes[from] != 0) {
            int nameEnd = BsonBytes.nameEnd(bytes, from + 1);
            if (nameEnd - from - 1 == name.length() && matches(from + 1, name)) {
                return new Element(bytes, from, nameEnd + 1);
            }
            from = BsonBytes.valueEnd(bytes[from], bytes, nameEnd + 1);
        }
        return null;
    }

    private boolean matches(int from, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != (byte) name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns where the first element of this document or array begins. */
    int children() {
        BsonType type = type();
        if (type != BsonType.DOCUMENT && type != BsonType.ARRAY) {
            throw mismatch();
        }
        return at + 4;
    }

    void checkIs(BsonType wanted) {
        if (type() != wanted) {
            throw mismatch();
        }
    }

    private Element need(String name) {
        Element child = child(name);
        if (child == null) {
            throw mismatch();
        }
        return child;
    }

    /** Reads a value of a type that BSON holds whole; a text may be known. */
    Object basic(BasicType type, SharedTexts shared) {
        return type == BasicType.STRING && type() == BsonType.STRING
                ? BsonBytes.string(bytes, at, shared)
                : basic(type);
    }

    /** Reads a value of a type that BSON holds whole. */
    Object basic(BasicType type) {
        return switch (type) {
            case BOOLEAN -> bool();
            case INTEGER -> integer();
            case LONG -> whole();
            case FLOAT -> single();
            case DOUBLE -> real();
            case STRING -> text();
            case BYTES -> binary();
            case UUID -> uuid();
            case TIME -> LocalTime.ofNanoOfDay(whole());
            case OFFSET_TIME -> offsetTime();
            case OFFSET_TIMESTAMP -> offsetTimestamp();
            case BIG_INTEGER, DECIMAL, DATE, TIMESTAMP, INSTANT -> rounded(type, null, null);
        };
    }

    boolean bool() {
        checkIs(BsonType.BOOLEAN);
        return bytes[at] != 0;
    }

    int integer() {
        long number = whole();
        if ((int) number != number) {
            throw mismatch();
        }
        return (int) number;
    }

    long whole() {
        return switch (type()) {
            case INT32 -> BsonBytes.int32(bytes, at);
            case INT64 -> BsonBytes.int64(bytes, at);
            case DOUBLE -> wholeOf(BsonBytes.float64(bytes, at));
            default -> throw mismatch();
        };
    }

    private long wholeOf(double number) {
        if (number != Math.rint(number) || Math.abs(number) >= 1L << 53) {
            throw mismatch();
        }
        return (long) number;
    }

    double real() {
        return switch (type()) {
            case DOUBLE -> BsonBytes.float64(bytes, at);
            case INT32 -> BsonBytes.int32(bytes, at);
            default -> throw mismatch();
        };
    }

    private float single() {
        double number = real();
        if ((float) number != number && !Double.isNaN(number)) {
            throw mismatch();
        }
        return (float) number;
    }

    String text() {
        if (type() == BsonType.OBJECT_ID) {
            return HexFormat.of().formatHex(bytes, at, at + 12);
        }
        checkIs(BsonType.STRING);
        return BsonBytes.string(bytes, at);
    }

    private byte[] binary() {
        checkIs(BsonType.BINARY);
        return Arrays.copyOfRange(bytes, at + 5, at + 5 + BsonBytes.int32(bytes, at));
    }

    private UUID uuid() {
        checkIs(BsonType.BINARY);
        if (BsonBytes.int32(bytes, at) != 16 || bytes[at + 4] != 4) {
            throw mismatch();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, at + 5, 16);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(need(Values.OFFSET).integer());
    }

    private OffsetTime offsetTime() {
        ZoneOffset offset = offset();
        long nanos = need(Values.UTC).whole() + offset.getTotalSeconds() * 1_000_000_000L;
        return OffsetTime.of(LocalTime.ofNanoOfDay(nanos), offset);
    }

    private OffsetDateTime offsetTimestamp() {
        java.time.Instant instant =
                (java.time.Instant) need(Values.AT).rounded(BasicType.INSTANT, child(Values.MORE), null);
        return java.time.LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset())
                .atOffset(offset());
    }

    /** Reads a value of a type that BSON holds in part, its companions beside it or, if this is a document, within. */
    Object rounded(BasicType type, @Nullable Element more, @Nullable Element scale) {
        if (type() == BsonType.DOCUMENT) {
            return need(Values.VALUE).rounded(type, child(Values.MORE), child(Values.SCALE));
        }
        if (type == BasicType.BIG_INTEGER || type == BasicType.DECIMAL) {
            return more == null || more.isNull()
                    ? number(type)
                    : Rounded.ofKey(type, more.text(), scale == null ? null : scale.integer());
        }
        checkIs(BsonType.DATE_TIME);
        long millis = BsonBytes.int64(bytes, at);
        if (more == null || more.isNull()) {
            return Rounded.ofMillis(type, millis);
        }
        return more.type() == BsonType.DECIMAL128
                ? Rounded.ofAllNanos(type, more.decimal())
                : Rounded.ofMillisAndNanos(type, millis, more.integer());
    }

    private Decimal128 decimal() {
        checkIs(BsonType.DECIMAL128);
        return Decimal128.fromIEEE754BIDEncoding(BsonBytes.int64(bytes, at + 8), BsonBytes.int64(bytes, at));
    }

    private Object number(BasicType type) {
        BigDecimal number =
                switch (type()) {
                    case DECIMAL128 -> finite(decimal());
                    case INT32, INT64 -> BigDecimal.valueOf(whole());
                    default -> throw mismatch();
                };
        if (type == BasicType.DECIMAL) {
            return number;
        }
        if (number.signum() == 0) {
            return BigInteger.ZERO;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw mismatch();
        }
        return number.toBigInteger();
    }

    private BigDecimal finite(Decimal128 decimal) {
        if (!decimal.isFinite()) {
            throw mismatch();
        }
        // Other programs may have written a negative zero, which Java has not.
        return decimal.isNegative() && decimal.toString().matches("-0+(\\.0*)?(E.*)?")
                ? BigDecimal.ZERO
                : decimal.bigDecimalValue();
    }
}
