package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 2.8 with 11.1.6, 11.1.18, 11.1.28 and 11.1.53: every basic type there and back, compared in queries, and absent. */
@SuppressWarnings({"deprecation", "JavaUtilDate"})
final class BasicTypeTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Basics.class);

    enum Colour {
        RED,
        GREEN
    }

    enum Level {
        LOW("l"),
        HIGH("h");

        @EnumeratedValue
        final String code;

        Level(String code) {
            this.code = code;
        }
    }

    private record Sample<T>(
            String attribute, T value, T other, Function<Basics, T> getter, BiConsumer<Basics, T> setter) {}

    private static Stream<Sample<?>> samples() {
        return Stream.concat(numbersAndTexts(), datesAndOthers());
    }

    private static Stream<Sample<?>> numbersAndTexts() {
        return Stream.of(
                new Sample<>("aByte", Byte.MIN_VALUE, (byte) 1, b -> b.aByte, (b, v) -> b.aByte = v),
                new Sample<>("aShort", Short.MAX_VALUE, (short) 1, b -> b.aShort, (b, v) -> b.aShort = v),
                new Sample<>("anInt", Integer.MIN_VALUE, 1, b -> b.anInt, (b, v) -> b.anInt = v),
                new Sample<>("aLong", Long.MAX_VALUE, 1L, b -> b.aLong, (b, v) -> b.aLong = v),
                new Sample<>("aFloat", 1.1f, -0.5f, b -> b.aFloat, (b, v) -> b.aFloat = v),
                new Sample<>("aDouble", Math.PI, -1e300, b -> b.aDouble, (b, v) -> b.aDouble = v),
                new Sample<>("aBoolean", true, false, b -> b.aBoolean, (b, v) -> b.aBoolean = v),
                new Sample<>("aChar", '\u20ac', 'a', b -> b.aChar, (b, v) -> b.aChar = v),
                new Sample<>("text", "Gr\u00fc\u00dfe \uD83D\uDC2D", "", b -> b.text, (b, v) -> b.text = v),
                new Sample<>(
                        "bigInteger",
                        BigInteger.TEN.pow(30).negate(),
                        BigInteger.ONE,
                        b -> b.bigInteger,
                        (b, v) -> b.bigInteger = v),
                new Sample<>(
                        "bigDecimal",
                        new BigDecimal("12345678901234567890.12"),
                        new BigDecimal("-0.01"),
                        b -> b.bigDecimal,
                        (b, v) -> b.bigDecimal = v),
                new Sample<>("colour", Colour.GREEN, Colour.RED, b -> b.colour, (b, v) -> b.colour = v),
                new Sample<>("named", Colour.GREEN, Colour.RED, b -> b.named, (b, v) -> b.named = v),
                new Sample<>("level", Level.HIGH, Level.LOW, b -> b.level, (b, v) -> b.level = v),
                new Sample<>("uuid", new UUID(-1, 5), new UUID(0, 0), b -> b.uuid, (b, v) -> b.uuid = v));
    }

    private static Stream<Sample<?>> datesAndOthers() {
        return Stream.of(
                new Sample<>(
                        "localDate",
                        LocalDate.of(9999, 12, 31),
                        LocalDate.of(1600, 1, 1),
                        b -> b.localDate,
                        (b, v) -> b.localDate = v),
                new Sample<>(
                        "localTime",
                        LocalTime.of(23, 59, 59),
                        LocalTime.MIDNIGHT,
                        b -> b.localTime,
                        (b, v) -> b.localTime = v),
                new Sample<>(
                        "localDateTime",
                        LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_000_000),
                        LocalDateTime.of(1960, 1, 1, 0, 0),
                        b -> b.localDateTime,
                        (b, v) -> b.localDateTime = v),
                new Sample<>(
                        "offsetDateTime",
                        OffsetDateTime.of(2024, 2, 29, 12, 30, 15, 0, ZoneOffset.UTC),
                        OffsetDateTime.of(1960, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                        b -> b.offsetDateTime,
                        (b, v) -> b.offsetDateTime = v),
                new Sample<>(
                        "offsetTime",
                        OffsetTime.of(12, 30, 15, 0, ZoneOffset.UTC),
                        OffsetTime.of(1, 0, 0, 0, ZoneOffset.UTC),
                        b -> b.offsetTime,
                        (b, v) -> b.offsetTime = v),
                new Sample<>(
                        "instant",
                        Instant.parse("2024-02-29T12:30:15.123Z"),
                        Instant.parse("1960-01-01T00:00:00Z"),
                        b -> b.instant,
                        (b, v) -> b.instant = v),
                new Sample<>("year", Year.of(2024), Year.of(1), b -> b.year, (b, v) -> b.year = v),
                new Sample<>(
                        "sqlDate",
                        java.sql.Date.valueOf("2024-02-29"),
                        java.sql.Date.valueOf("1960-01-01"),
                        b -> b.sqlDate,
                        (b, v) -> b.sqlDate = v),
                new Sample<>(
                        "sqlTime",
                        Time.valueOf("23:59:59"),
                        Time.valueOf("00:00:00"),
                        b -> b.sqlTime,
                        (b, v) -> b.sqlTime = v),
                new Sample<>(
                        "timestamp",
                        Timestamp.valueOf("2024-02-29 12:30:15.123"),
                        Timestamp.valueOf("1960-01-01 00:00:00"),
                        b -> b.timestamp,
                        (b, v) -> b.timestamp = v),
                new Sample<>(
                        "moment", new Date(1_709_209_815_123L), new Date(-1L), b -> b.moment, (b, v) -> b.moment = v),
                new Sample<>(
                        "day",
                        new GregorianCalendar(2024, Calendar.FEBRUARY, 29).getTime(),
                        new GregorianCalendar(1960, Calendar.JANUARY, 1).getTime(),
                        b -> b.day,
                        (b, v) -> b.day = v));
    }

    private Stream<DynamicTest> each(String what, Consumer<Sample<?>> test) {
        return samples()
                .map(sample -> DynamicTest.dynamicTest(sample.attribute() + " " + what, () -> {
                    unit.run(manager ->
                            manager.createQuery("DELETE FROM Basics b").executeUpdate());
                    test.accept(sample);
                }));
    }

    private <T> void store(int id, Sample<T> sample, T value) {
        Basics basics = new Basics();
        basics.id = id;
        sample.setter().accept(basics, value);
        unit.persist(basics);
    }

    @TestFactory
    Stream<DynamicTest> valuesComeBack() {
        return each("comes back", this::comesBack);
    }

    private <T> void comesBack(Sample<T> sample) {
        store(1, sample, sample.value());
        store(2, sample, sample.other());
        store(3, sample, null);
        unit.run(manager -> {
            assertThat(sample.getter().apply(manager.find(Basics.class, 1))).isEqualTo(sample.value());
            assertThat(sample.getter().apply(manager.find(Basics.class, 2))).isEqualTo(sample.other());
            assertThat(sample.getter().apply(manager.find(Basics.class, 3))).isNull();
        });
    }

    @TestFactory
    Stream<DynamicTest> valuesAreComparedAndSelected() {
        return each("is compared and selected", this::isCompared);
    }

    private <T> void isCompared(Sample<T> sample) {
        store(1, sample, sample.value());
        store(2, sample, sample.other());
        store(3, sample, null);
        String path = "b." + sample.attribute();
        unit.run(manager -> {
            assertThat(manager.createQuery("SELECT b.id FROM Basics b WHERE " + path + " = :v", Integer.class)
                            .setParameter("v", sample.value())
                            .getResultList())
                    .containsExactly(1);
            assertThat(manager.createQuery("SELECT b.id FROM Basics b WHERE " + path + " <> :v", Integer.class)
                            .setParameter("v", sample.value())
                            .getResultList())
                    .containsExactly(2);
            assertThat(manager.createQuery("SELECT b.id FROM Basics b WHERE " + path + " IS NULL", Integer.class)
                            .getResultList())
                    .containsExactly(3);
            List<?> values = manager.createQuery("SELECT " + path + " FROM Basics b ORDER BY b.id")
                    .getResultList();
            assertThat(values).isEqualTo(Arrays.asList(sample.value(), sample.other(), null));
        });
    }

    @TestFactory
    Stream<DynamicTest> valuesAreUpdated() {
        return each("is updated", this::isUpdated);
    }

    private <T> void isUpdated(Sample<T> sample) {
        store(1, sample, sample.value());
        unit.run(manager -> sample.setter().accept(manager.find(Basics.class, 1), sample.other()));
        unit.run(manager ->
                assertThat(sample.getter().apply(manager.find(Basics.class, 1))).isEqualTo(sample.other()));
        unit.run(manager -> sample.setter().accept(manager.find(Basics.class, 1), null));
        unit.run(manager ->
                assertThat(sample.getter().apply(manager.find(Basics.class, 1))).isNull());
    }

    @Test
    void bytesAndCharsAreStoredAndTheirChangesFound() {
        Basics basics = new Basics();
        basics.id = 1;
        basics.bytes = new byte[] {0, -1, 127};
        basics.chars = new char[] {'a', '\u20ac'};
        basics.byteObjects = new Byte[] {5, 6};
        unit.persist(basics);
        unit.run(manager -> {
            Basics found = manager.find(Basics.class, 1);
            assertThat(found.bytes).containsExactly(0, -1, 127);
            assertThat(found.chars).containsExactly('a', '\u20ac');
            assertThat(found.byteObjects).containsExactly((byte) 5, (byte) 6);
            found.bytes[0] = 9;
            found.chars[0] = 'z';
        });

        unit.run(manager -> {
            Basics found = manager.find(Basics.class, 1);
            assertThat(found.bytes).containsExactly(9, -1, 127);
            assertThat(found.chars).containsExactly('z', '\u20ac');
        });
    }

    @Test
    void largeObjects() {
        Basics basics = new Basics();
        basics.id = 1;
        basics.clob = "x\u00e9".repeat(200_000);
        basics.blob = new byte[300_000];
        basics.blob[299_999] = 7;
        unit.persist(basics);

        unit.run(manager -> {
            Basics found = manager.find(Basics.class, 1);
            assertThat(found.getClob()).isEqualTo(basics.clob);
            assertThat(found.blob).isEqualTo(basics.blob);
        });
    }

    @Test
    void aMutableDateIsWrittenWhenItChanges() {
        Basics basics = new Basics();
        basics.id = 1;
        basics.moment = new Date(1_000);
        unit.persist(basics);
        unit.run(manager -> manager.find(Basics.class, 1).moment.setTime(2_000));

        unit.run(manager ->
                assertThat(manager.find(Basics.class, 1).moment.getTime()).isEqualTo(2_000));
    }

    @Test
    void aCalendarKeepsItsMoment() {
        Basics basics = new Basics();
        basics.id = 1;
        basics.calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        basics.calendar.setTimeInMillis(1_709_209_815_000L);
        unit.persist(basics);

        unit.run(manager -> assertThat(manager.find(Basics.class, 1).calendar.getTimeInMillis())
                .isEqualTo(1_709_209_815_000L));
    }

    @Test
    void aSerializableValue() {
        Basics basics = new Basics();
        basics.id = 1;
        basics.box = new Box("inside");
        unit.persist(basics);

        unit.run(manager -> assertThat(manager.find(Basics.class, 1).box).isEqualTo(new Box("inside")));
    }

    @Test
    void primitivesHaveTheirDefaults() {
        Basics basics = new Basics();
        basics.id = 1;
        unit.persist(basics);

        unit.run(manager -> {
            Basics found = manager.find(Basics.class, 1);
            assertThat(found.primitiveInt).isZero();
            assertThat(found.primitiveBoolean).isFalse();
            assertThat(found.primitiveDouble).isZero();
        });
    }

    public record Box(String content) implements Serializable {}

    @Entity
    public static class Basics {
        @Id
        int id;

        Byte aByte;
        Short aShort;
        Integer anInt;
        Long aLong;
        Float aFloat;
        Double aDouble;
        Boolean aBoolean;
        Character aChar;
        String text;

        @Column(precision = 40)
        BigInteger bigInteger;

        @Column(precision = 30, scale = 2)
        BigDecimal bigDecimal;

        Colour colour;

        @Enumerated(EnumType.STRING)
        Colour named;

        Level level;
        UUID uuid;
        LocalDate localDate;
        LocalTime localTime;
        LocalDateTime localDateTime;
        OffsetDateTime offsetDateTime;
        OffsetTime offsetTime;
        Instant instant;

        @Column(name = "a_year")
        Year year;

        java.sql.Date sqlDate;
        Time sqlTime;
        Timestamp timestamp;

        @Temporal(TemporalType.TIMESTAMP)
        Date moment;

        @Temporal(TemporalType.DATE)
        @Column(name = "a_day")
        Date day;

        @Temporal(TemporalType.TIMESTAMP)
        Calendar calendar;

        byte[] bytes;
        char[] chars;
        Byte[] byteObjects;

        @Lob
        @Basic(fetch = FetchType.LAZY)
        String clob;

        @Lob
        byte[] blob;

        Box box;
        int primitiveInt;
        boolean primitiveBoolean;
        double primitiveDouble;

        public String getClob() {
            return clob;
        }
    }
}
