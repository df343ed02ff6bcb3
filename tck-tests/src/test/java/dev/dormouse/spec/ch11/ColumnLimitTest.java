package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 11.1.9: length, precision and scale of a column, where they are written, bound what it takes. */
final class ColumnLimitTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Parcel.class, Part.class, Note.class, Reversed.class);

    private static Arguments fits(String what, Consumer<Parcel> longest, Consumer<Parcel> tooLong) {
        return Arguments.of(what, longest, tooLong);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                fits("id", p -> p.id = "1234567890", p -> p.id = "12345678901"),
                fits("name", p -> p.name = "12345", p -> p.name = "123456"),
                fits("characters", p -> p.name = "\uD83D\uDC2D".repeat(5), p -> p.name = "\uD83D\uDC2D".repeat(6)),
                fits("bytes", p -> p.bytes = new byte[4], p -> p.bytes = new byte[5]),
                fits("lob", p -> p.text = "t".repeat(300), p -> p.text = "t".repeat(301)),
                fits("whole", p -> p.price = new BigDecimal("999.99"), p -> p.price = new BigDecimal("1000")),
                fits("fraction", p -> p.price = new BigDecimal("0.250000"), p -> p.price = new BigDecimal("0.255")),
                fits("zero", p -> p.price = new BigDecimal("0E+9"), p -> p.price = new BigDecimal("-1E+9")),
                fits("scale alone", p -> p.rate = new BigDecimal("1234567.8"), p -> p.rate = new BigDecimal("0.12")),
                fits("no scale", p -> p.whole = new BigDecimal("99.0"), p -> p.whole = new BigDecimal("1.5")),
                fits("integer", p -> p.count = new BigInteger("-999"), p -> p.count = new BigInteger("1000")),
                fits("enum", p -> p.day = DayOfWeek.MONDAY, p -> p.day = DayOfWeek.WEDNESDAY),
                fits("converted", p -> p.reversed = List.of("ab"), p -> p.reversed = List.of("ab", "c")),
                fits("override", p -> p.part = new Part("12"), p -> p.part = new Part("123")),
                fits("element", p -> p.words.add("12"), p -> p.words.add("123")),
                fits("map key", p -> p.byWord.put("12", "long enough"), p -> p.byWord.put("123", "x")),
                fits("map value", p -> p.byWord.put("1", "x".repeat(12)), p -> p.byWord.put("1", "x".repeat(13))),
                fits("embeddable element", p -> p.parts.add(new Part("1234")), p -> p.parts.add(new Part("12345"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void aNewEntityKeepsWithinItsColumns(String what, Consumer<Parcel> longest, Consumer<Parcel> tooLong) {
        Parcel fine = new Parcel("a");
        longest.accept(fine);
        unit.persist(fine);
        Parcel wrong = new Parcel("b");
        tooLong.accept(wrong);

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> unit.persist(new Note(1), wrong))
                .withMessageContaining("DORM0723 Value too long: '")
                .withMessageContaining("PARCEL");
        unit.run(manager -> assertThat(manager.find(Note.class, 1)).isNull());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void aChangedEntityKeepsWithinItsColumns(String what, Consumer<Parcel> longest, Consumer<Parcel> tooLong) {
        if (what.equals("id")) {
            return;
        }
        unit.persist(new Parcel("a"));
        unit.run(manager -> longest.accept(manager.find(Parcel.class, "a")));

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> unit.run(manager -> tooLong.accept(manager.find(Parcel.class, "a"))))
                .withMessageContaining("DORM0723");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE Parcel p SET p.name = CONCAT(p.name, '45')|DORM0723",
                "UPDATE Parcel p SET p.price = p.price * 10|DORM0723",
                "UPDATE Parcel p SET p.part.code = 'abc'|DORM0723",
                "UPDATE Parcel p SET p.name = CONCAT(p.name, '5'), p.price = p.price * 9, p.part.code = 'ab'|"
            })
    void aBulkUpdateKeepsWithinTheColumns(String update, String expected) {
        Parcel parcel = new Parcel("a");
        parcel.name = "1234";
        parcel.price = new BigDecimal("111.11");
        unit.persist(parcel);

        if (expected == null) {
            assertThat(unit.<Integer>call(manager -> manager.createQuery(update).executeUpdate()))
                    .isEqualTo(1);
        } else {
            assertThatThrownBy(() ->
                            unit.run(manager -> manager.createQuery(update).executeUpdate()))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining(expected);
        }
        unit.run(manager ->
                assertThat(manager.find(Parcel.class, "a").name).isEqualTo(expected == null ? "12345" : "1234"));
    }

    @Test
    void theDefaultLengthIsNoLimit() {
        Parcel parcel = new Parcel("a");
        parcel.free = "x".repeat(1_000);
        unit.persist(parcel);

        unit.run(manager -> assertThat(manager.find(Parcel.class, "a").free).hasSize(1_000));
    }

    @Test
    void aValueThatIsTooLongIsFoundAtTheFlushAndTheTransactionRollsBack() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Parcel parcel = new Parcel("a");
        parcel.name = "123456";
        manager.persist(parcel);

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(manager::flush)
                .withMessageContaining("'123456' in 'name' of 'PARCEL'")
                .withMessageContaining("at most 5 characters");
        assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
    }

    @Test
    void aReferenceToALimitedKeyNeedsNoLimitOfItsOwn() {
        Parcel parcel = new Parcel("1234567890");
        Note note = new Note(1);
        note.parcel = parcel;
        unit.persist(parcel, note);

        unit.run(manager -> assertThat(manager.find(Note.class, 1).parcel.id).isEqualTo("1234567890"));
    }

    @Entity
    @Table(name = "PARCEL")
    public static class Parcel {
        @Id
        @Column(length = 10)
        String id;

        @Column(length = 5)
        String name;

        @Column(length = 4)
        byte[] bytes;

        @Lob
        @Column(length = 300)
        String text;

        @Column(precision = 5, scale = 2)
        BigDecimal price;

        @Column(scale = 1)
        BigDecimal rate;

        @Column(precision = 2)
        BigDecimal whole;

        @Column(precision = 3)
        BigInteger count;

        @Enumerated(EnumType.STRING)
        @Column(length = 6)
        DayOfWeek day;

        @Convert(converter = Reversed.class)
        @Column(length = 3)
        List<String> reversed;

        @Embedded
        @AttributeOverride(name = "code", column = @Column(name = "PART_CODE", length = 2))
        Part part;

        @ElementCollection
        @Column(length = 2)
        List<String> words = new ArrayList<>();

        @ElementCollection
        @MapKeyColumn(length = 2)
        @Column(length = 12)
        Map<String, String> byWord = new HashMap<>();

        @ElementCollection
        List<Part> parts = new ArrayList<>();

        @OneToMany(mappedBy = "parcel")
        List<Note> notes = new ArrayList<>();

        @Column
        String free;

        Parcel() {}

        Parcel(String id) {
            this.id = id;
        }
    }

    @Embeddable
    public static class Part {
        @Column(length = 4)
        String code;

        Part() {}

        Part(String code) {
            this.code = code;
        }
    }

    @Entity
    public static class Note {
        @Id
        int id;

        @ManyToOne
        Parcel parcel;

        Note() {}

        Note(int id) {
            this.id = id;
        }
    }

    public static class Reversed implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> words) {
            return words == null ? null : String.join(" ", words);
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            return text == null ? null : List.of(text.split(" ", -1));
        }
    }
}
