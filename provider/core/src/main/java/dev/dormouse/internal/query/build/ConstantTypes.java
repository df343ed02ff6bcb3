package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.store.type.BasicType;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The types of values that no attribute stands beside. */
final class ConstantTypes {

    /** Dates as the JDBC escapes and the CURRENT functions have them. */
    static final ValueType SQL_DATE = typed(new SqlConversion(
            BasicType.DATE, Date.class, v -> ((Date) v).toLocalDate(), v -> Date.valueOf((LocalDate) v)));

    /** Times of day, likewise. */
    static final ValueType SQL_TIME = typed(new SqlConversion(
            BasicType.TIME, Time.class, v -> ((Time) v).toLocalTime(), v -> Time.valueOf((LocalTime) v)));

    /** Dates with times, likewise. */
    static final ValueType SQL_TIMESTAMP = typed(new SqlConversion(
            BasicType.TIMESTAMP,
            Timestamp.class,
            v -> ((Timestamp) v).toLocalDateTime(),
            v -> Timestamp.valueOf((LocalDateTime) v)));

    private ConstantTypes() {}

    private static ValueType typed(SqlConversion conversion) {
        return new ValueType(conversion.storeType(), conversion.javaType(), conversion, true);
    }

    static ValueType of(Object value) {
        if (value instanceof Enum<?> constant) {
            Class<?> type = constant.getDeclaringClass();
            SqlConversion byName = new SqlConversion(
                    BasicType.STRING, type, v -> ((Enum<?>) v).name(), v -> constantOf(type, (String) v));
            return new ValueType(BasicType.STRING, type, byName, false);
        }
        if (value instanceof Character) {
            return ValueType.STRING;
        }
        return ValueType.of(BasicType.of(value));
    }

    static ValueType temporal(Object stored, Class<?> javaType) {
        if (javaType == Date.class) {
            return SQL_DATE;
        }
        if (javaType == Time.class) {
            return SQL_TIME;
        }
        return javaType == Timestamp.class ? SQL_TIMESTAMP : ValueType.of(BasicType.of(stored));
    }

    private static Object constantOf(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new AssertionError("no constant " + name + " in " + type);
    }

    /** A conversion by two functions. */
    private record SqlConversion(
            BasicType storeType, Class<?> javaType, UnaryOperator<Object> to, UnaryOperator<Object> from)
            implements ValueConversion {

        @Override
        public @Nullable Object toStore(@Nullable Object value) {
            if (value == null || storeType.javaClass().isInstance(value)) {
                return value;
            }
            return to.apply(value);
        }

        @Override
        public @Nullable Object toJava(@Nullable Object stored) {
            return stored == null ? null : from.apply(stored);
        }
    }
}
