package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * A value of a type that BSON holds in part.
 *
 * @param value the value, rounded down to what BSON can hold
 * @param more what orders values that are rounded alike; null, the lowest, where nothing was lost
 * @param scale the scale of a decimal that {@code more} does not tell, else null
 */
record Rounded(BsonValue value, @Nullable BsonValue more, @Nullable Integer scale) {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);
    private static final int DIGITS = 34;
    private static final int MAX_EXPONENT = 6111;
    private static final int MIN_EXPONENT = -6176;
    private static final BigDecimal HIGHEST =
            new BigDecimal(BigInteger.TEN.pow(DIGITS).subtract(BigInteger.ONE), -MAX_EXPONENT);
    private static final BigDecimal SMALLEST = new BigDecimal(BigInteger.ONE, -MIN_EXPONENT);

    /** Tells whether BSON holds the values of a type only in part. */
    static boolean isNeededFor(BasicType type) {
        return switch (type) {
            case BIG_INTEGER, DECIMAL, DATE, TIMESTAMP, INSTANT -> true;
            default -> false;
        };
    }

    static Rounded of(BasicType type, Object value) {
        return switch (type) {
            case BIG_INTEGER -> decimal(new BigDecimal((BigInteger) value), BasicType.BIG_INTEGER, value);
            case DECIMAL -> decimal((BigDecimal) value, BasicType.DECIMAL, value);
            case DATE -> instant(((LocalDate) value).toEpochDay() * 86_400, 0);
            case TIMESTAMP -> {
                Instant time = ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
                yield instant(time);
            }
            case INSTANT -> instant((Instant) value);
            default -> throw new AssertionError(type);
        };
    }

    static Rounded instant(Instant value) {
        return instant(value.getEpochSecond(), value.getNano());
    }

    private static Rounded instant(long seconds, int nanos) {
        long millis;
        try {
            millis = Math.addExact(Math.multiplyExact(seconds, 1000L), nanos / NANOS_PER_MILLI);
        } catch (ArithmeticException tooFar) {
            millis = seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (millis == Long.MIN_VALUE || millis == Long.MAX_VALUE) {
            BigInteger all =
                    BigInteger.valueOf(seconds).multiply(NANOS_PER_SECOND).add(BigInteger.valueOf(nanos));
            return new Rounded(new BsonDateTime(millis), new BsonDecimal128(new Decimal128(new BigDecimal(all))), null);
        }
        int rest = (int) (nanos % NANOS_PER_MILLI);
        return new Rounded(new BsonDateTime(millis), rest == 0 ? null : new BsonInt32(rest), null);
    }

    private static Rounded decimal(BigDecimal number, BasicType type, Object value) {
        if (number.precision() <= DIGITS && number.scale() <= -MIN_EXPONENT && number.scale() >= -MAX_EXPONENT) {
            return new Rounded(new BsonDecimal128(new Decimal128(number)), null, null);
        }
        KeyBuffer key = new KeyBuffer();
        KeyEncoder.value(key, type, value);
        byte[] bytes = key.toBytes();
        Integer scale = null;
        if (type == BasicType.DECIMAL && !new KeyDecoder(bytes).value(type).equals(value)) {
            scale = number.scale();
        }
        return new Rounded(
                new BsonDecimal128(floor(number)), new BsonString(HexFormat.of().formatHex(bytes)), scale);
    }

    private static Decimal128 floor(BigDecimal number) {
        if (number.signum() == 0) {
            return new Decimal128(BigDecimal.ZERO);
        }
        if (number.abs().compareTo(HIGHEST) > 0) {
            return number.signum() > 0 ? Decimal128.POSITIVE_INFINITY : Decimal128.NEGATIVE_INFINITY;
        }
        if (number.abs().compareTo(SMALLEST) < 0) {
            return new Decimal128(number.signum() > 0 ? BigDecimal.ZERO : SMALLEST.negate());
        }
        BigDecimal rounded = number.round(new MathContext(DIGITS, RoundingMode.FLOOR));
        if (rounded.scale() > -MIN_EXPONENT) {
            rounded = rounded.setScale(-MIN_EXPONENT, RoundingMode.FLOOR);
        } else if (rounded.scale() < -MAX_EXPONENT) {
            rounded = rounded.setScale(-MAX_EXPONENT, RoundingMode.FLOOR);
        }
        return new Decimal128(rounded);
    }

    static Object ofMillis(BasicType type, long millis) {
        return ofInstant(type, Math.floorDiv(millis, 1000L), (int) (Math.floorMod(millis, 1000L) * NANOS_PER_MILLI));
    }

    /** Puts a date and the nanoseconds within its millisecond together. */
    static Object ofMillisAndNanos(BasicType type, long millis, int nanos) {
        return ofInstant(
                type, Math.floorDiv(millis, 1000L), (int) (Math.floorMod(millis, 1000L) * NANOS_PER_MILLI) + nanos);
    }

    /** Makes the value from all its nanoseconds since 1970. */
    static Object ofAllNanos(BasicType type, Decimal128 nanos) {
        BigInteger[] parts = nanos.bigDecimalValue().toBigIntegerExact().divideAndRemainder(NANOS_PER_SECOND);
        boolean below = parts[1].signum() < 0;
        long seconds = parts[0].longValueExact() - (below ? 1 : 0);
        int rest = parts[1].intValueExact() + (below ? NANOS_PER_SECOND.intValueExact() : 0);
        return ofInstant(type, seconds, rest);
    }

    private static Object ofInstant(BasicType type, long seconds, int nanos) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L));
            case TIMESTAMP -> LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
            default -> Instant.ofEpochSecond(seconds, nanos);
        };
    }

    /** Makes a number from its key. */
    static Object ofKey(BasicType type, String key, @Nullable Integer scale) {
        Object value = new KeyDecoder(HexFormat.of().parseHex(key)).value(type);
        return scale == null ? value : ((BigDecimal) value).setScale(scale);
    }
}
