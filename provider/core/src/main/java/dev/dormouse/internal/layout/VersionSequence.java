package dev.dormouse.internal.layout;

import dev.dormouse.internal.layout.value.ValueConversion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How the versions of one stored type follow each other. */
interface VersionSequence {

    Object first();

    Object next(Object version);

    static VersionSequence of(ValueConversion conversion) {
        return switch (conversion.storeType()) {
            case INTEGER -> conversion.javaType() == Short.class ? Shorts.INSTANCE : Integers.INSTANCE;
            case LONG -> Longs.INSTANCE;
            case INSTANT -> Instants.INSTANCE;
            case TIMESTAMP -> Timestamps.INSTANCE;
            default -> throw new AssertionError("no version type: " + conversion.storeType());
        };
    }

    /** Of {@code short}: the stored integers stay within its range. */
    enum Shorts implements VersionSequence {
        INSTANCE;

        @Override
        public Object first() {
            return 0;
        }

        @Override
        public Object next(Object version) {
            return (int) (short) ((Integer) version + 1);
        }
    }

    /** Of {@code int}. */
    enum Integers implements VersionSequence {
        INSTANCE;

        @Override
        public Object first() {
            return 0;
        }

        @Override
        public Object next(Object version) {
            return (Integer) version + 1;
        }
    }

    /** Of {@code long}. */
    enum Longs implements VersionSequence {
        INSTANCE;

        @Override
        public Object first() {
            return 0L;
        }

        @Override
        public Object next(Object version) {
            return (Long) version + 1;
        }
    }

    /** Points in time, in microseconds so that every store and client can keep them. */
    enum Instants implements VersionSequence {
        INSTANCE;

        @Override
        public Object first() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public Object next(Object version) {
            Instant now = (Instant) first();
            Instant last = (Instant) version;
            return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        }
    }

    /** Local times, in microseconds. */
    enum Timestamps implements VersionSequence {
        INSTANCE;

        @Override
        public Object first() {
            return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public Object next(Object version) {
            LocalDateTime now = (LocalDateTime) first();
            LocalDateTime last = (LocalDateTime) version;
            return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        }
    }
}
