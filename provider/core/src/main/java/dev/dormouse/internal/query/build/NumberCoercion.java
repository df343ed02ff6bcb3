package dev.dormouse.internal.query.build;

import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers taken from one type to another where nothing is lost. */
final class NumberCoercion {

    private NumberCoercion() {}

    /** Returns the number as a value of a numeric type, or null if that type has no equal value. */
    static @Nullable Object exact(Number value, BasicType target) {
        if (target == BasicType.FLOAT || target == BasicType.DOUBLE) {
            return floating(value, target);
        }
        BigDecimal decimal = decimal(value);
        if (decimal == null) {
            return null;
        }
        try {
            return switch (target) {
                case INTEGER -> decimal.intValueExact();
                case LONG -> decimal.longValueExact();
                case BIG_INTEGER -> decimal.toBigIntegerExact();
                case DECIMAL -> decimal;
                default -> throw new AssertionError("not numeric: " + target);
            };
        } catch (ArithmeticException notRepresentable) {
            return null;
        }
    }

    private static @Nullable Object floating(Number value, BasicType target) {
        double converted = value.doubleValue();
        if (target == BasicType.DOUBLE) {
            boolean widens = value instanceof Double || value instanceof Float;
            return widens || isSame(value, Double.toString(converted), converted) ? (Object) converted : null;
        }
        float narrowed = value.floatValue();
        return value instanceof Float || isSame(value, Float.toString(narrowed), narrowed) ? (Object) narrowed : null;
    }

    private static boolean isSame(Number value, String shortest, double converted) {
        BigDecimal decimal = decimal(value);
        return Double.isFinite(converted) && decimal != null && decimal.compareTo(new BigDecimal(shortest)) == 0;
    }

    private static @Nullable BigDecimal decimal(Number value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(value.doubleValue()) ? new BigDecimal(value.toString()) : null;
        }
        return BigDecimal.valueOf(value.longValue());
    }
}
