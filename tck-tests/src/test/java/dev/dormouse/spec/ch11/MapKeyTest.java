package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyTemporal;
import jakarta.persistence.OneToMany;
import jakarta.persistence.TemporalType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sections 11.1.32 to 11.1.37, the keys of maps. */
@SuppressWarnings({"deprecation", "JavaUtilDate"})
final class MapKeyTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Shelf.class, Book.class, Isbn.class);

    private static final Date DAY = java.sql.Date.valueOf("2024-02-29");

    @BeforeEach
    void oneShelf() {
        Shelf shelf = new Shelf();
        shelf.id = 1;
        for (int i = 1; i <= 3; i++) {
            Book book = new Book();
            book.id = i;
            book.title = "t" + i;
            book.shelf = shelf;
            shelf.byTitle.put(book.title, book);
            shelf.byId.put(book.id, book);
            shelf.byLabel.put("label " + i, book);
            shelf.byDay.put(DayOfWeek.of(i), book);
            shelf.byColumn.put(10 * i, book);
            shelf.before.put(book, shelf.byId.get(Math.max(1, i - 1)));
        }
        shelf.prices.put("EUR", 5);
        shelf.days.put(DAY, "leap");
        shelf.isbns.put(new Isbn(978, "x"), "first");
        shelf.dates.put(LocalDate.of(2024, 1, 1), DayOfWeek.MONDAY);
        unit.persist(shelf);
    }

    private void shelf(Consumer<Shelf> work) {
        unit.run(manager -> work.accept(manager.find(Shelf.class, 1)));
    }

    @Test
    void keysFromAnAttributeOfTheTarget() {
        shelf(s -> {
            assertThat(s.byTitle).containsOnlyKeys("t1", "t2", "t3");
            assertThat(s.byTitle.get("t2").getId()).isEqualTo(2);
        });
    }

    @Test
    void keysFromTheIdOfTheTarget() {
        shelf(s -> {
            assertThat(s.byId).containsOnlyKeys(1, 2, 3);
            assertThat(s.byId.get(3).getId()).isEqualTo(3);
        });
    }

    @Test
    void keysInTheJoinTable() {
        shelf(s -> assertThat(s.byLabel.get("label 2").getId()).isEqualTo(2));
        shelf(s -> {
            Book moved = s.byLabel.remove("label 1");
            s.byLabel.put("other", moved);
        });
        shelf(s -> {
            assertThat(s.byLabel).containsOnlyKeys("other", "label 2", "label 3");
            assertThat(s.byLabel.get("other").getId()).isEqualTo(1);
        });
    }

    @Test
    void oneTargetStandsUnderTwoKeys() {
        shelf(s -> s.byLabel.put("again", s.byLabel.get("label 1")));
        shelf(s -> assertThat(s.byLabel.get("again")).isSameAs(s.byLabel.get("label 1")));
    }

    @Test
    void theValueOfAKeyIsReplaced() {
        shelf(s -> s.byLabel.put("label 1", s.byLabel.get("label 3")));
        shelf(s -> {
            assertThat(s.byLabel).hasSize(3);
            assertThat(s.byLabel.get("label 1").getId()).isEqualTo(3);
        });
    }

    @Test
    void keysThatAreEnums() {
        shelf(s -> {
            assertThat(s.byDay).containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
            assertThat(s.byDay.get(DayOfWeek.TUESDAY).getId()).isEqualTo(2);
        });
    }

    @Test
    void keysBesideTheForeignKey() {
        shelf(s -> assertThat(s.byColumn.get(20).getId()).isEqualTo(2));
        shelf(s -> s.byColumn.put(99, s.byColumn.remove(20)));
        shelf(s -> assertThat(s.byColumn).containsOnlyKeys(10, 99, 30));
    }

    @Test
    void keysThatAreEntities() {
        shelf(s -> assertThat(s.before.get(s.byId.get(3))).isSameAs(s.byId.get(2)));
        Shelf fetched =
                unit.call(manager -> manager.createQuery("SELECT s FROM Shelf s LEFT JOIN FETCH s.before", Shelf.class)
                        .getResultList()
                        .get(0));
        assertThat(fetched.before).hasSize(3);
        assertThat(fetched.before.entrySet())
                .extracting(entry -> entry.getKey().title + entry.getValue().title)
                .containsExactlyInAnyOrder("t1t1", "t2t1", "t3t2");
        unit.run(manager -> assertThat(manager.createQuery(
                                "SELECT KEY(b).title FROM Shelf s JOIN s.before b WHERE b.id = 2", String.class)
                        .getResultList())
                .containsExactly("t3"));
    }

    @Test
    void keysOfBasicMaps() {
        shelf(s -> {
            assertThat(s.prices).containsOnly(Map.entry("EUR", 5));
            assertThat(s.dates).containsOnly(Map.entry(LocalDate.of(2024, 1, 1), DayOfWeek.MONDAY));
        });
    }

    @Test
    void keysThatAreDates() {
        shelf(s -> assertThat(s.days).hasSize(1).containsValue("leap"));
        unit.run(manager -> assertThat(manager.createQuery(
                                "SELECT VALUE(d) FROM Shelf s JOIN s.days d WHERE KEY(d) = :day", String.class)
                        .setParameter("day", DAY)
                        .getResultList())
                .containsExactly("leap"));
    }

    @Test
    void keysThatAreEmbeddables() {
        shelf(s -> assertThat(s.isbns).containsOnly(Map.entry(new Isbn(978, "x"), "first")));
        shelf(s -> s.isbns.put(new Isbn(979, "y"), "second"));
        shelf(s -> assertThat(s.isbns).hasSize(2).containsEntry(new Isbn(979, "y"), "second"));
    }

    @Test
    void keysAreQueried() {
        unit.run(manager -> {
            assertThat(manager.createQuery(
                                    "SELECT KEY(b) FROM Shelf s JOIN s.byLabel b WHERE VALUE(b).title = 't2'",
                                    String.class)
                            .getResultList())
                    .containsExactly("label 2");
            assertThat(manager.createQuery(
                                    "SELECT b.id FROM Shelf s JOIN s.byTitle b WHERE KEY(b) > 't1' ORDER BY KEY(b)",
                                    Integer.class)
                            .getResultList())
                    .isEqualTo(List.of(2, 3));
            assertThat(manager.createQuery("SELECT KEY(i).group FROM Shelf s JOIN s.isbns i", Integer.class)
                            .getResultList())
                    .containsExactly(978);
        });
    }

    @Embeddable
    public record Isbn(@Column(name = "isbn_group") int group, String rest) {}

    @Entity
    public static class Shelf {
        @Id
        int id;

        @OneToMany(mappedBy = "shelf", cascade = CascadeType.PERSIST)
        @MapKey(name = "title")
        Map<String, Book> byTitle = new HashMap<>();

        @OneToMany(mappedBy = "shelf")
        @MapKey
        Map<Integer, Book> byId = new HashMap<>();

        @ManyToMany
        @JoinTable(name = "shelf_labels")
        @MapKeyColumn(name = "label", length = 50)
        Map<String, Book> byLabel = new HashMap<>();

        @ManyToMany
        @MapKeyEnumerated(EnumType.STRING)
        Map<DayOfWeek, Book> byDay = new EnumMap<>(DayOfWeek.class);

        @ManyToMany
        @JoinTable(name = "shelf_before")
        @MapKeyJoinColumn(name = "after_id")
        Map<Book, Book> before = new HashMap<>();

        @OneToMany
        @JoinColumn(name = "column_shelf")
        @MapKeyColumn(name = "column_key")
        Map<Integer, Book> byColumn = new HashMap<>();

        @ElementCollection
        @CollectionTable(name = "shelf_prices")
        @MapKeyColumn(name = "currency")
        @Column(name = "amount")
        Map<String, Integer> prices = new HashMap<>();

        @ElementCollection
        @MapKeyTemporal(TemporalType.DATE)
        Map<Date, String> days = new HashMap<>();

        @ElementCollection
        Map<Isbn, String> isbns = new HashMap<>();

        @ElementCollection
        Map<LocalDate, DayOfWeek> dates = new HashMap<>();
    }

    @Entity
    public static class Book {
        @Id
        int id;

        String title;

        @ManyToOne
        Shelf shelf;

        public int getId() {
            return id;
        }
    }
}
