package dev.dormouse.store.record;

import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values of every basic type, edges included. */
public final class BasicValues {

    private BasicValues() {}

    /** Returns values of one type, none of them null. */
    public static Arbitrary<Object> of(BasicType type) {
        return switch (type) {
            case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
            case INTEGER -> Arbitraries.integers().asGeneric();
            case LONG -> Arbitraries.longs().asGeneric();
            case FLOAT ->
                Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(
                                        1,
                                        Arbitraries.of(
                                                Float.NaN,
                                                -0.0f,
                                                0.0f,
                                                Float.MIN_VALUE,
                                                -Float.MAX_VALUE,
                                                Float.POSITIVE_INFINITY,
                                                Float.NEGATIVE_INFINITY)),
                                net.jqwik.api.Tuple.of(3, Arbitraries.floats()))
                        .asGeneric();
            case DOUBLE ->
                Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(
                                        1,
                                        Arbitraries.of(
                                                Double.NaN,
                                                -0.0,
                                                0.0,
                                                Double.MIN_VALUE,
                                                -Double.MAX_VALUE,
                                                Double.POSITIVE_INFINITY,
                                                Double.NEGATIVE_INFINITY)),
                                net.jqwik.api.Tuple.of(3, Arbitraries.doubles()))
                        .asGeneric();
            case BIG_INTEGER -> integers().asGeneric();
            case DECIMAL ->
                Combinators.combine(integers(), Arbitraries.integers().between(-400, 400))
                        .as((unscaled, scale) -> (Object) new BigDecimal(unscaled, scale));
            case STRING -> texts().asGeneric();
            case BYTES -> Arbitraries.bytes().array(byte[].class).ofMaxSize(12).map(b -> (Object) b);
            case UUID ->
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as((a, b) -> (Object) new UUID(a, b));
            case DATE -> dates().asGeneric();
            case TIME -> times().asGeneric();
            case TIMESTAMP -> Combinators.combine(dates(), times()).as((d, t) -> (Object) LocalDateTime.of(d, t));
            case INSTANT -> instants().asGeneric();
            case OFFSET_TIME -> Combinators.combine(times(), offsets()).as((t, o) -> (Object) OffsetTime.of(t, o));
            case OFFSET_TIMESTAMP ->
                Combinators.combine(dates(), times(), offsets())
                        .as((d, t, o) -> (Object) OffsetDateTime.of(LocalDateTime.of(d, t), o));
        };
    }

    private static Arbitrary<BigInteger> integers() {
        Arbitrary<BigInteger> small =
                Arbitraries.bigIntegers().between(BigInteger.valueOf(-300), BigInteger.valueOf(300));
        Arbitrary<BigInteger> large =
                Arbitraries.bigIntegers().between(BigInteger.TWO.pow(1200).negate(), BigInteger.TWO.pow(1200));
        return Arbitraries.oneOf(small, large, Arbitraries.longs().map(BigInteger::valueOf));
    }

    /** Returns well-formed texts, with the characters that codecs get wrong. */
    public static Arbitrary<String> texts() {
        Arbitrary<Integer> points = Arbitraries.oneOf(
                Arbitraries.of(
                        0, 1, 2, 0x61, 0x62, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF),
                Arbitraries.integers().between(0, 0xD7FF),
                Arbitraries.integers().between(0xE000, 0x10FFFF));
        return points.list()
                .ofMaxSize(6)
                .map(list -> list.stream().map(Character::toString).reduce("", String::concat));
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.oneOf(
                Arbitraries.of(LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1)),
                Arbitraries.longs().between(-1_000_000, 1_000_000).map(LocalDate::ofEpochDay));
    }

    private static Arbitrary<LocalTime> times() {
        return Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()).map(LocalTime::ofNanoOfDay);
    }

    private static Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers().between(-18 * 3600, 18 * 3600).map(ZoneOffset::ofTotalSeconds);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                Arbitraries.of(Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.EPOCH.minusNanos(1)),
                Combinators.combine(
                                Arbitraries.longs().between(-100_000_000_000L, 300_000_000_000L),
                                Arbitraries.integers().between(0, 999_999_999))
                        .as(Instant::ofEpochSecond));
    }
}
