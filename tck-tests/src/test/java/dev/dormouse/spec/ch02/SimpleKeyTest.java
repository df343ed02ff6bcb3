package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 2.4, simple primary keys: every type that one may have. */
@SuppressWarnings({"deprecation", "JavaUtilDate"})
final class SimpleKeyTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            ByByte.class,
            ByShort.class,
            ByInt.class,
            ByLong.class,
            ByWrapper.class,
            ByChar.class,
            ByString.class,
            ByUuid.class,
            ByBigInteger.class,
            ByBigDecimal.class,
            ByLocalDate.class,
            ByDate.class);

    private Object id(Object entity) {
        return unit.factory().getPersistenceUnitUtil().getIdentifier(entity);
    }

    static Stream<Arguments> keys() {
        UUID uuid = UUID.fromString("f47ac10b-58cc-4372-a567-0e02b2c3d479");
        return Stream.of(
                Arguments.of(new ByByte((byte) -3), (byte) -3),
                Arguments.of(new ByShort((short) -300), (short) -300),
                Arguments.of(new ByInt(Integer.MIN_VALUE), Integer.MIN_VALUE),
                Arguments.of(new ByLong(Long.MAX_VALUE), Long.MAX_VALUE),
                Arguments.of(new ByWrapper(7L), 7L),
                Arguments.of(new ByChar('é'), 'é'),
                Arguments.of(new ByString("Zoë \uD83D\uDC2D"), "Zoë \uD83D\uDC2D"),
                Arguments.of(new ByUuid(uuid), uuid),
                Arguments.of(new ByBigInteger(BigInteger.TWO.pow(90)), BigInteger.TWO.pow(90)),
                Arguments.of(new ByBigDecimal(new BigDecimal("-12.5")), new BigDecimal("-12.5")),
                Arguments.of(new ByLocalDate(LocalDate.of(2024, 2, 29)), LocalDate.of(2024, 2, 29)),
                Arguments.of(new ByDate(new Date(1_700_000_000_000L)), new Date(1_700_000_000_000L)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyFindsItsEntity(Object entity, Object key) {
        unit.persist(entity);

        unit.run(manager -> {
            Object found = manager.find(entity.getClass(), key);
            assertThat(found).isInstanceOf(entity.getClass()).isNotSameAs(entity);
            assertThat(id(found)).isEqualTo(key);
            assertThat(manager.find(entity.getClass(), key)).isSameAs(found);
        });
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsComparedInQueries(Object entity, Object key) {
        unit.persist(entity);
        String query = "SELECT e FROM " + entity.getClass().getSimpleName() + " e WHERE e.id = :key";

        unit.run(manager -> {
            List<?> found = manager.createQuery(query).setParameter("key", key).getResultList();
            assertThat(found).hasSize(1);
            assertThat(id(found.get(0))).isEqualTo(key);
        });
    }

    @Test
    void findOfAnUnknownKeyIsNull() {
        unit.persist(new ByInt(1));

        unit.run(manager -> assertThat(manager.find(ByInt.class, 2)).isNull());
    }

    @Test
    void aDecimalKeyIsFoundWithAnotherScale() {
        unit.persist(new ByBigDecimal(new BigDecimal("2.50")));

        unit.run(manager -> {
            ByBigDecimal first = manager.find(ByBigDecimal.class, new BigDecimal("2.50"));
            assertThat(first).isNotNull();
            assertThat(manager.find(ByBigDecimal.class, new BigDecimal("2.5"))).isSameAs(first);
        });
    }

    @Entity
    public static class ByByte {
        @Id
        byte id;

        public ByByte() {}

        ByByte(byte id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByShort {
        @Id
        short id;

        public ByShort() {}

        ByShort(short id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByInt {
        @Id
        int id;

        public ByInt() {}

        ByInt(int id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByLong {
        @Id
        long id;

        public ByLong() {}

        ByLong(long id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByWrapper {
        @Id
        Long id;

        public ByWrapper() {}

        ByWrapper(Long id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByChar {
        @Id
        char id;

        public ByChar() {}

        ByChar(char id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByString {
        @Id
        String id;

        public ByString() {}

        ByString(String id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByUuid {
        @Id
        UUID id;

        public ByUuid() {}

        ByUuid(UUID id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByBigInteger {
        @Id
        BigInteger id;

        public ByBigInteger() {}

        ByBigInteger(BigInteger id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByBigDecimal {
        @Id
        @Column(precision = 20, scale = 2)
        BigDecimal id;

        public ByBigDecimal() {}

        ByBigDecimal(BigDecimal id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByLocalDate {
        @Id
        LocalDate id;

        public ByLocalDate() {}

        ByLocalDate(LocalDate id) {
            this.id = id;
        }
    }

    @Entity
    public static class ByDate {
        @Id
        @Temporal(TemporalType.TIMESTAMP)
        Date id;

        public ByDate() {}

        ByDate(Date id) {
            this.id = id;
        }
    }
}
