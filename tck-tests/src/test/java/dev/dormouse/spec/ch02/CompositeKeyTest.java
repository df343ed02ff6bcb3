package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 2.4, composite primary keys: embedded ids and id classes, of classes and of records. */
final class CompositeKeyTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            ByEmbedded.class, Coordinates.class, ByRecord.class, Position.class, ByIdClass.class, ByIdRecord.class);

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
        unit.persist(new ByIdClass("de", 2, "zwei"));

        unit.run(manager -> assertThat(unit.factory()
                        .getPersistenceUnitUtil()
                        .getIdentifier(manager.find(ByIdClass.class, new WordId("de", 2))))
                .isEqualTo(new WordId("de", 2)));
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
