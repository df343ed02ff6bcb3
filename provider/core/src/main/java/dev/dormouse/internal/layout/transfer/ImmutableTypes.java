package dev.dormouse.internal.layout.transfer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;

/** The classes of basic values that nobody can change: what an attribute of them is changes by an assignment only. */
final class ImmutableTypes {

    private static final Set<Class<?>> CLASSES = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Character.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Instant.class,
            Duration.class,
            Year.class);

    private ImmutableTypes() {}

    static boolean contains(Class<?> type) {
        return CLASSES.contains(type) || type.isPrimitive() || type.isEnum();
    }
}
