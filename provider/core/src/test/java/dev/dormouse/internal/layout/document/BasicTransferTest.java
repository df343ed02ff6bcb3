package dev.dormouse.internal.layout.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JavaUtilDate")
class BasicTransferTest {

    private static final EntityLayout LAYOUT =
            Units.bound(AllBasics.class, AllBasics.Celsius.class).entity("AllBasics");
    private static final Attributes ATTRIBUTES = LAYOUT.model().attributes();
    private static final ClassAccessor ACCESSOR = LAYOUT.accessor();

    private static final Map<String, Object> SAMPLES = Map.ofEntries(
            Map.entry("id", 1L << 33),
            Map.entry("primitiveBoolean", true),
            Map.entry("primitiveByte", (byte) -7),
            Map.entry("primitiveShort", (short) -700),
            Map.entry("primitiveChar", '\u20ac'),
            Map.entry("primitiveInt", -70_000),
            Map.entry("primitiveLong", Long.MAX_VALUE),
            Map.entry("primitiveFloat", 1.5f),
            Map.entry("primitiveDouble", -2.25),
            Map.entry("boxedBoolean", false),
            Map.entry("boxedByte", Byte.MAX_VALUE),
            Map.entry("boxedShort", Short.MIN_VALUE),
            Map.entry("boxedChar", 'x'),
            Map.entry("boxedInt", 5),
            Map.entry("boxedLong", 6L),
            Map.entry("boxedFloat", Float.NaN),
            Map.entry("boxedDouble", Double.NEGATIVE_INFINITY),
            Map.entry("string", "text \ud83d\udc2d"),
            Map.entry("bigInteger", new BigInteger("123456789012345678901234567890")),
            Map.entry("bigDecimal", new BigDecimal("1.500")),
            Map.entry("uuid", new UUID(-1, 5)),
            Map.entry("localDate", LocalDate.of(1969, 7, 20)),
            Map.entry("localTime", LocalTime.of(23, 59, 59, 999_999_999)),
            Map.entry("localDateTime", LocalDateTime.of(9999, 12, 31, 23, 59)),
            Map.entry("offsetTime", OffsetTime.parse("10:15:30+01:00")),
            Map.entry("offsetDateTime", OffsetDateTime.parse("2007-12-03T10:15:30.123456789-05:00")),
            Map.entry("instant", Instant.parse("1960-01-01T00:00:00.000000001Z")),
            Map.entry("year", Year.of(-44)),
            Map.entry(
                    "utilDay",
                    Date.from(LocalDate.of(2013, 7, 4)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant())),
            Map.entry("utilTime", timeOfDay(LocalTime.of(11, 12, 13, 14_000_000))),
            Map.entry("utilInstant", new Date(1_234_567_890_123L)),
            Map.entry("calendarDay", new GregorianCalendar(2013, 6, 4)),
            Map.entry("calendarInstant", calendar(1_234_567_890_123L)),
            Map.entry("sqlDate", java.sql.Date.valueOf("1582-01-31")),
            Map.entry("sqlTime", java.sql.Time.valueOf("01:02:03")),
            Map.entry("sqlTimestamp", java.sql.Timestamp.from(Instant.parse("2020-02-29T00:00:00.123456789Z"))),
            Map.entry("bytes", new byte[] {1, -1}),
            Map.entry("boxedBytes", new Byte[] {2, -2}),
            Map.entry("chars", new char[] {'a', 'b'}),
            Map.entry("boxedChars", new Character[] {'c'}),
            Map.entry("ordinal", AllBasics.Color.GREEN),
            Map.entry("named", AllBasics.Color.RED),
            Map.entry("valued", AllBasics.Grade.BAD),
            Map.entry("serializable", new ArrayList<>(List.of("s"))),
            Map.entry("converted", 37),
            Map.entry("version", 3));

    private static Date timeOfDay(LocalTime time) {
        return Date.from(
                time.atDate(LocalDate.EPOCH).atZone(ZoneId.systemDefault()).toInstant());
    }

    private static GregorianCalendar calendar(long millis) {
        GregorianCalendar calendar = new GregorianCalendar();
        calendar.setTimeInMillis(millis);
        return calendar;
    }

    private final ReferenceWorld world = new ReferenceWorld();

    private static Object sampled() {
        Object instance = ACCESSOR.newInstance();
        for (AttributeModel attribute : ATTRIBUTES) {
            ACCESSOR.set(
                    instance,
                    ATTRIBUTES.position(attribute.name()),
                    Objects.requireNonNull(SAMPLES.get(attribute.name()), attribute.name()));
        }
        return instance;
    }

    @Test
    void everyTypeComesBackAsItWas() {
        Object instance = sampled();
        Record record = LAYOUT.transfer().dehydrate(instance, world);
        Object copy = world.hydrate(LAYOUT, record);
        for (AttributeModel attribute : ATTRIBUTES) {
            int position = ATTRIBUTES.position(attribute.name());
            assertThat(ACCESSOR.get(copy, position))
                    .as(attribute.name())
                    .isEqualTo(ACCESSOR.get(instance, position))
                    .isEqualTo(SAMPLES.get(attribute.name()));
        }
        assertThat(world.changes(LAYOUT, copy, record)).isEmpty();
    }

    @Test
    void generatedCodeAndStepsGiveTheSame() {
        Record record = LAYOUT.transfer().dehydrate(sampled(), world);
        Object whole = world.hydrate(LAYOUT, record);
        Object stepped = ACCESSOR.newInstance();
        for (int i = 0; i < ATTRIBUTES.size(); i++) {
            LAYOUT.transfer().hydrate(i, record, stepped, stepped, world);
            assertThat(ACCESSOR.get(stepped, i)).isEqualTo(ACCESSOR.get(whole, i));
        }
    }

    @Test
    void storedValuesAreOfTheDeclaredTypes() {
        Record record = LAYOUT.transfer().dehydrate(sampled(), world);
        List<Field> fields = LAYOUT.table().type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = Objects.requireNonNull(record.value(i), fields.get(i).name());
            assertThat(BasicType.of(value))
                    .as(fields.get(i).name())
                    .isEqualTo(fields.get(i).type());
        }
    }

    @Test
    void nullComesBackAsNullAndForPrimitivesAsZero() {
        Object instance = world.hydrate(LAYOUT, new Record(0));
        Object plain = ACCESSOR.newInstance();
        for (int i = 0; i < ATTRIBUTES.size(); i++) {
            assertThat(ACCESSOR.get(instance, i)).isEqualTo(ACCESSOR.get(plain, i));
        }
        assertThat(world.changes(LAYOUT, instance, new Record(0)))
                .as("a char is text, and its zero is not null")
                .containsExactly("Set primitiveChar", "Set converted");
    }

    @Test
    void eachChangeIsSeenAloneAndInItsField() {
        Record record = LAYOUT.transfer().dehydrate(sampled(), world);
        for (AttributeModel attribute : ATTRIBUTES) {
            int position = ATTRIBUTES.position(attribute.name());
            Object changed = world.hydrate(LAYOUT, record);
            Object fresh = ACCESSOR.get(ACCESSOR.newInstance(), position);
            ACCESSOR.set(changed, position, fresh);
            List<String> expected =
                    attribute.name().equals("id") || attribute.name().equals("version")
                            ? List.of()
                            : List.of("Set " + attribute.name());
            assertThat(world.changes(LAYOUT, changed, record)).isEqualTo(expected);
        }
    }

    @Test
    void valuesChangedInPlaceAreSeen() {
        Record record = LAYOUT.transfer().dehydrate(sampled(), world);
        Object instance = world.hydrate(LAYOUT, record);
        ((byte[]) Objects.requireNonNull(ACCESSOR.get(instance, ATTRIBUTES.position("bytes"))))[0] = 9;
        ((Date) Objects.requireNonNull(ACCESSOR.get(instance, ATTRIBUTES.position("utilInstant")))).setTime(0);
        @SuppressWarnings("unchecked")
        List<String> list =
                (List<String>) Objects.requireNonNull(ACCESSOR.get(instance, ATTRIBUTES.position("serializable")));
        list.add("t");
        assertThat(world.changes(LAYOUT, instance, record))
                .containsExactlyInAnyOrder("Set bytes", "Set utilInstant", "Set serializable");
    }

    @Test
    void aConstantThatIsNoMoreIsNamed() {
        Record record = LAYOUT.transfer().dehydrate(sampled(), world);
        record.set(LAYOUT.table().path("named"), "BLUE");
        assertThatThrownBy(() -> world.hydrate(LAYOUT, record))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0222")
                .hasMessageContaining("BLUE");
    }
}
