package dev.dormouse.store.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;

/** The basic types that a store keeps, each with the one Java class of its values. Null is written as Java's null. */
public enum BasicType implements StoreType {
    /** True or false; false is lower. */
    BOOLEAN(Boolean.class),
    /** Whole numbers of 32 bits. */
    INTEGER(Integer.class),
    /** Whole numbers of 64 bits. */
    LONG(Long.class),
    /** IEEE 754, 32 bits; -0.0 equals 0.0, NaN equals NaN and is lower than all others. */
    FLOAT(Float.class),
    /** IEEE 754, 64 bits; -0.0 equals 0.0, NaN equals NaN and is lower than all others. */
    DOUBLE(Double.class),
    /** Whole numbers without bound. */
    BIG_INTEGER(BigInteger.class),
    /** Decimal numbers, ordered by value; the record keeps the scale. */
    DECIMAL(BigDecimal.class),
    /** Text without lone surrogates, ordered by code point. */
    STRING(String.class),
    /** Bytes, ordered unsigned, a prefix before what it begins. */
    BYTES(byte[].class),
    /** UUIDs, ordered as 128 unsigned bits. */
    UUID(java.util.UUID.class),
    /** A date without zone. */
    DATE(LocalDate.class),
    /** A time of day without zone, to the nanosecond. */
    TIME(LocalTime.class),
    /** Date and time without zone, to the nanosecond. */
    TIMESTAMP(LocalDateTime.class),
    /** A point in time, to the nanosecond. */
    INSTANT(Instant.class),
    /** A time of day with offset, ordered by the instant on one day, then by offset. */
    OFFSET_TIME(OffsetTime.class),
    /** Date and time with offset, ordered by the instant, then by offset. */
    OFFSET_TIMESTAMP(OffsetDateTime.class);

    private final Class<?> javaClass;

    BasicType(Class<?> javaClass) {
        this.javaClass = javaClass;
    }

    /** Returns the class of this type's values. */
    public Class<?> javaClass() {
        return javaClass;
    }

    /** Tells whether values are numbers, and so comparable with every other number by value. */
    public boolean isNumeric() {
        return this == INTEGER
                || this == LONG
                || this == FLOAT
                || this == DOUBLE
                || this == BIG_INTEGER
                || this == DECIMAL;
    }

    /**
     * Returns the type that a value belongs to.
     *
     * @throws IllegalArgumentException if a store keeps no such values
     */
    public static BasicType of(Object value) {
        for (BasicType type : values()) {
            if (type.javaClass.isInstance(value)) {
                return type;
            }
        }
        throw new IllegalArgumentException("A store keeps no values of this type: '"
                + value.getClass().getName() + "'. A value must be of a basic type. Convert it first.");
    }
}
