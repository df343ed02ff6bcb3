package dev.dormouse.store.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one order of values: of keys, of the engine, of every store. Null is lowest. */
public final class ValueOrder {

    private ValueOrder() {}

    /** Compares two values of one type, null lowest. */
    public static int compare(BasicType type, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        return switch (type) {
            case BOOLEAN -> Boolean.compare((Boolean) a, (Boolean) b);
            case INTEGER -> Integer.compare((Integer) a, (Integer) b);
            case LONG -> Long.compare((Long) a, (Long) b);
            case FLOAT -> compare((double) (Float) a, (double) (Float) b);
            case DOUBLE -> compare((double) (Double) a, (double) (Double) b);
            case BIG_INTEGER -> ((BigInteger) a).compareTo((BigInteger) b);
            case DECIMAL -> ((BigDecimal) a).compareTo((BigDecimal) b);
            case STRING -> compare((String) a, (String) b);
            case BYTES -> Arrays.compareUnsigned((byte[]) a, (byte[]) b);
            case UUID -> compare((UUID) a, (UUID) b);
            case DATE -> ((LocalDate) a).compareTo((LocalDate) b);
            case TIME -> ((LocalTime) a).compareTo((LocalTime) b);
            case TIMESTAMP -> ((LocalDateTime) a).compareTo((LocalDateTime) b);
            case INSTANT -> ((Instant) a).compareTo((Instant) b);
            case OFFSET_TIME -> compare((OffsetTime) a, (OffsetTime) b);
            case OFFSET_TIMESTAMP -> compare((OffsetDateTime) a, (OffsetDateTime) b);
        };
    }

    /** Compares by value: -0.0 equals 0.0, NaN equals NaN and is below all numbers. */
    public static int compare(double a, double b) {
        if (a < b) {
            return -1;
        }
        if (a > b) {
            return 1;
        }
        if (a == b) {
            return 0;
        }
        return Boolean.compare(Double.isNaN(b), Double.isNaN(a));
    }

    /** Compares by code point, which differs from {@link String#compareTo} for characters beyond the basic plane. */
    public static int compare(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogateX = Character.isSurrogate(x);
                return surrogateX == Character.isSurrogate(y) ? Character.compare(x, y) : surrogateX ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Compares as 128 unsigned bits. */
    public static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    private static int compare(OffsetTime a, OffsetTime b) {
        int instant = Long.compare(utcNanos(a), utcNanos(b));
        return instant != 0
                ? instant
                : Integer.compare(a.getOffset().getTotalSeconds(), b.getOffset().getTotalSeconds());
    }

    private static long utcNanos(OffsetTime time) {
        return time.toLocalTime().toNanoOfDay() - time.getOffset().getTotalSeconds() * 1_000_000_000L;
    }

    private static int compare(OffsetDateTime a, OffsetDateTime b) {
        int instant = a.toInstant().compareTo(b.toInstant());
        return instant != 0
                ? instant
                : Integer.compare(a.getOffset().getTotalSeconds(), b.getOffset().getTotalSeconds());
    }
}
