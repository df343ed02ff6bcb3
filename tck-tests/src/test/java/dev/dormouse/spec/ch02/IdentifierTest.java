package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 2.4, primary keys and entity identity. */
@SuppressWarnings({"deprecation", "JavaUtilDate"})
final class IdentifierTest {

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
            ByDate.class,
            ByEmbedded.class,
            Coordinates.class,
            ByRecord.class,
            Position.class,
            ByIdClass.class,
            ByIdRecord.class);

    interface Keyed {
        Object key();
    }

    static Stream<Arguments> simpleKeys() {
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
    @MethodSource("simpleKeys")
    void aSimpleKeyFindsItsEntity(Keyed entity, Object key) {
        unit.persist(entity);

        unit.run(manager -> {
            Object found = manager.find(entity.getClass(), key);
            assertThat(found).isInstanceOf(entity.getClass()).isNotSameAs(entity);
            assertThat(((Keyed) found).key()).isEqualTo(key);
            assertThat(manager.find(entity.getClass(), key)).isSameAs(found);
        });
    }

    @ParameterizedTest
    @MethodSource("simpleKeys")
    void aSimpleKeyIsComparedInQueries(Keyed entity, Object key) {
        unit.persist(entity);
        String query = "SELECT e FROM " + entity.getClass().getSimpleName() + " e WHERE e.id = :key";

        unit.run(manager -> {
            List<?> found = manager.createQuery(query).setParameter("key", key).getResultList();
            assertThat(found).hasSize(1);
            assertThat(((Keyed) found.get(0)).key()).isEqualTo(key);
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

    @Test
    void anEmbeddedIdFindsItsEntity() {
        ByEmbedded entity = new ByEmbedded();
        entity.id = new Coordinates(3, "b");
        entity.text = "here";
        unit.persist(entity);

        unit.run(manager -> {
            assertThat(manager.find(ByEmbedded.class, new Coordinates(3, "b")).text)
                    .isEqualTo("here");
            assertThat(manager.find(ByEmbedded.class, new Coordinates(3, "c"))).isNull();
            assertThat(manager.find(ByEmbedded.class, new Coordinates(4, "b"))).isNull();
        });
    }

    @Test
    void partsOfAnEmbeddedIdAreQueried() {
        for (int i = 0; i < 4; i++) {
            ByEmbedded entity = new ByEmbedded();
            entity.id = new Coordinates(i / 2, i % 2 == 0 ? "even" : "odd");
            entity.text = "t" + i;
            unit.persist(entity);
        }

        unit.run(manager -> {
            assertThat(manager.createQuery(
                                    "SELECT e.text FROM ByEmbedded e WHERE e.id.row = 1 ORDER BY e.id.column",
                                    String.class)
                            .getResultList())
                    .containsExactly("t2", "t3");
            assertThat(manager.createQuery("SELECT e.id FROM ByEmbedded e WHERE e.text = 't1'", Coordinates.class)
                            .getSingleResult())
                    .isEqualTo(new Coordinates(0, "odd"));
            assertThat(manager.createQuery("SELECT e.text FROM ByEmbedded e WHERE e.id = :id", String.class)
                            .setParameter("id", new Coordinates(1, "even"))
                            .getResultList())
                    .containsExactly("t2");
        });
    }

    @Test
    void aRecordIsAnEmbeddedId() {
        ByRecord entity = new ByRecord();
        entity.id = new Position("f", 9);
        entity.text = "file";
        unit.persist(entity);

        unit.run(manager -> {
            ByRecord found = manager.find(ByRecord.class, new Position("f", 9));
            assertThat(found.text).isEqualTo("file");
            assertThat(found.id).isEqualTo(new Position("f", 9));
        });
    }

    @Test
    void anIdClassFindsItsEntity() {
        unit.persist(new ByIdClass("de", 1, "eins"), new ByIdClass("en", 1, "one"));

        unit.run(manager -> {
            assertThat(manager.find(ByIdClass.class, new WordId("en", 1)).text).isEqualTo("one");
            assertThat(manager.find(ByIdClass.class, new WordId("fr", 1))).isNull();
            assertThat(manager.createQuery(
                                    "SELECT w.language FROM ByIdClass w WHERE w.number = 1 ORDER BY w.language",
                                    String.class)
                            .getResultList())
                    .containsExactly("de", "en");
        });
    }

    @Test
    void aRecordIsAnIdClass() {
        ByIdRecord entity = new ByIdRecord();
        entity.a = 1;
        entity.b = 2;
        entity.text = "pair";
        unit.persist(entity);

        unit.run(manager ->
                assertThat(manager.find(ByIdRecord.class, new Pair(1, 2)).text).isEqualTo("pair"));
    }

    @Test
    void theIdentifierIsToldByTheUnit() {
        unit.persist(new ByInt(5), new ByIdClass("de", 2, "zwei"));

        unit.run(manager -> {
            assertThat(unit.factory().getPersistenceUnitUtil().getIdentifier(manager.find(ByInt.class, 5)))
                    .isEqualTo(5);
            assertThat(unit.factory()
                            .getPersistenceUnitUtil()
                            .getIdentifier(manager.find(ByIdClass.class, new WordId("de", 2))))
                    .isEqualTo(new WordId("de", 2));
        });
    }

    @Entity
    public static class ByByte implements Keyed {
        @Id
        byte id;

        public ByByte() {}

        ByByte(byte id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByShort implements Keyed {
        @Id
        short id;

        public ByShort() {}

        ByShort(short id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByInt implements Keyed {
        @Id
        int id;

        public ByInt() {}

        ByInt(int id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByLong implements Keyed {
        @Id
        long id;

        public ByLong() {}

        ByLong(long id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByWrapper implements Keyed {
        @Id
        Long id;

        public ByWrapper() {}

        ByWrapper(Long id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByChar implements Keyed {
        @Id
        char id;

        public ByChar() {}

        ByChar(char id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByString implements Keyed {
        @Id
        String id;

        public ByString() {}

        ByString(String id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByUuid implements Keyed {
        @Id
        UUID id;

        public ByUuid() {}

        ByUuid(UUID id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByBigInteger implements Keyed {
        @Id
        BigInteger id;

        public ByBigInteger() {}

        ByBigInteger(BigInteger id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByBigDecimal implements Keyed {
        @Id
        @Column(precision = 20, scale = 2)
        BigDecimal id;

        public ByBigDecimal() {}

        ByBigDecimal(BigDecimal id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByLocalDate implements Keyed {
        @Id
        LocalDate id;

        public ByLocalDate() {}

        ByLocalDate(LocalDate id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Entity
    public static class ByDate implements Keyed {
        @Id
        @Temporal(TemporalType.TIMESTAMP)
        Date id;

        public ByDate() {}

        ByDate(Date id) {
            this.id = id;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    @Embeddable
    public static class Coordinates implements Serializable {
        int row;

        @Column(name = "col")
        String column;

        public Coordinates() {}

        Coordinates(int row, String column) {
            this.row = row;
            this.column = column;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Coordinates c && c.row == row && Objects.equals(c.column, column);
        }

        @Override
        public int hashCode() {
            return Objects.hash(row, column);
        }
    }

    @Entity
    public static class ByEmbedded {
        @EmbeddedId
        Coordinates id;

        String text;
    }

    @Embeddable
    public record Position(String file, int line) {}

    @Entity
    public static class ByRecord {
        @EmbeddedId
        Position id;

        String text;
    }

    public static class WordId implements Serializable {
        String language;
        int number;

        public WordId() {}

        WordId(String language, int number) {
            this.language = language;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WordId w && w.number == number && Objects.equals(w.language, language);
        }

        @Override
        public int hashCode() {
            return Objects.hash(language, number);
        }
    }

    @Entity
    @IdClass(WordId.class)
    public static class ByIdClass {
        @Id
        String language;

        @Id
        int number;

        String text;

        public ByIdClass() {}

        ByIdClass(String language, int number, String text) {
            this.language = language;
            this.number = number;
            this.text = text;
        }
    }

    public record Pair(int a, int b) {}

    @Entity
    @IdClass(Pair.class)
    public static class ByIdRecord {
        @Id
        int a;

        @Id
        int b;

        String text;
    }
}
