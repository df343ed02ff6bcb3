package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * CAST between the basic types. Fractions are cut off toward zero; a number that does not fit is an error; texts of dates and times are
 * those of ISO 8601; bytes are hexadecimal digits.
 */
final class Conversions {

    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private Conversions() {}

    /** Converts a value that is not null. */
    static Object convert(Object value, BasicType type, Frame frame) {
        if (type.javaClass().isInstance(value)) {
            return value;
        }
        try {
            return switch (type) {
                case STRING -> text(value);
                case BOOLEAN -> truth(value);
                case INTEGER, LONG, FLOAT, DOUBLE, BIG_INTEGER, DECIMAL -> number(value, type);
                case BYTES -> bytes(value);
                case UUID -> UUID.fromString(((String) value).strip());
                case DATE, TIME, TIMESTAMP, INSTANT, OFFSET_TIME, OFFSET_TIMESTAMP ->
                    TemporalConversions.convert(value, type, frame);
            };
        } catch (ClassCastException | IllegalArgumentException | DateTimeException noConversion) {
            EvaluationException failure = new EvaluationException(
                    EvaluationMessages.NOT_CONVERTIBLE,
                    value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value,
                    type);
            failure.initCause(noConversion);
            throw failure;
        }
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    private static Boolean truth(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return switch (((String) value).strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw new IllegalArgumentException("no truth value");
        };
    }

    private static byte[] bytes(Object value) {
        if (value instanceof UUID uuid) {
            return uuid.toString().getBytes(StandardCharsets.US_ASCII);
        }
        return HexFormat.of().parseHex(((String) value).strip());
    }

    /** Converts a number, a truth value or a text to a numeric type. */
    static Number number(Object value, BasicType type) {
        if (value instanceof String text) {
            return number(new BigDecimal(text.strip()), type);
        }
        if (value instanceof Boolean truth) {
            return number(truth ? 1 : 0, type);
        }
        Number number = (Number) value;
        return switch (type) {
            case INTEGER -> {
                long whole = whole(number, type);
                if (whole != (int) whole) {
                    throw new EvaluationException(EvaluationMessages.OUT_OF_RANGE, number, type);
                }
                yield (int) whole;
            }
            case LONG -> whole(number, type);
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            case BIG_INTEGER ->
                number instanceof BigInteger big ? big : decimal(number).toBigInteger();
            case DECIMAL -> decimal(number);
            default -> throw new AssertionError("no number: " + type);
        };
    }

    private static long whole(Number number, BasicType type) {
        if (number instanceof Integer || number instanceof Long) {
            return number.longValue();
        }
        BigDecimal decimal = decimal(number);
        BigDecimal cut = new BigDecimal(decimal.toBigInteger());
        if (cut.compareTo(LONG_MIN) < 0 || cut.compareTo(LONG_MAX) > 0) {
            throw new EvaluationException(EvaluationMessages.OUT_OF_RANGE, number, type);
        }
        return cut.longValue();
    }

    /** Returns a number as a decimal: a double by its shortest text. */
    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        return number instanceof Integer || number instanceof Long
                ? BigDecimal.valueOf(number.longValue())
                : new BigDecimal(number.toString());
    }
}
