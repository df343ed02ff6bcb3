package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.SequenceGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of entities in dumps, beside typed maps. */
class DumpOfTablesTest {

    private static final MapDescriptor<Long, String> LOG =
            MapDescriptor.of("log", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0061", KeyTypes.int64(), ValueTypes.string());

    /** A value of every basic type; its table comes before that of what it refers to. */
    @Entity(name = "Article")
    public static class Article {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "articles")
        @SequenceGenerator(name = "articles", sequenceName = "articles", allocationSize = 10)
        long id;

        @Column(unique = true)
        String title = "";

        boolean open = true;
        int number = Integer.MIN_VALUE;
        float ratio = -0.0f;
        double value = Double.NaN;
        BigInteger large = BigInteger.TWO.pow(200);
        BigDecimal price = new BigDecimal("12.3400");
        byte[] bytes = {0, -1, 7};
        UUID uuid = new UUID(-1, 1);
        LocalDate date = LocalDate.of(-44, 3, 15);
        LocalTime time = LocalTime.of(1, 2, 3, 4);
        LocalDateTime stamp = LocalDateTime.of(1969, 7, 20, 20, 17, 40);
        Instant instant = Instant.parse("1969-07-20T20:17:40.000000001Z");
        OffsetDateTime offset = OffsetDateTime.parse("2026-11-21T10:00:00+05:30");

        @Nullable
        String nothing;

        @Embedded
        Size size = new Size();

        @ElementCollection
        List<String> tags = new ArrayList<>(List.of("b", "a", "b"));

        @ManyToOne
        @Nullable
        Publisher publisher;

        @ManyToOne
        @Nullable
        Article follows;
    }

    /** A nested record. */
    @Embeddable
    public static class Size {
        int width = 3;
        long height = Long.MAX_VALUE;
    }

    /** What articles refer to. */
    @Entity(name = "Publisher")
    public static class Publisher {

        @Id
        String name = "";
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private EntityManagerFactory factory(String name) {
        return new PersistenceConfiguration("articles")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", "lmdb:" + folder.resolve(name))
                .managedClass(Article.class)
                .managedClass(Publisher.class)
                .createEntityManagerFactory();
    }

    private String filled() {
        StringWriter dump = new StringWriter();
        try (EntityManagerFactory factory = factory("one")) {
            factory.runInTransaction(manager -> {
                Publisher publisher = new Publisher();
                publisher.name = "Förlag \uD83D\uDC2D";
                manager.persist(publisher);
                Article before = null;
                for (int i = 0; i < 25; i++) {
                    Article article = new Article();
                    article.title = "title " + i;
                    article.publisher = publisher;
                    article.follows = before;
                    manager.persist(article);
                    before = article;
                }
            });
            try (LmdbDatabase database =
                    LmdbDatabase.open(folder.resolve("one")).open(LOG)) {
                database.write(tx -> tx.map(LOG).put(1L, "one"));
                assertThat(database.dump(dump)).isEqualTo(27);
            }
        }
        return dump.toString();
    }

    @Test
    void tables_of_entities_are_dumped_and_loaded_with_the_maps() {
        String dump = filled();
        assertThat(dump.lines())
                .anyMatch(line -> line.startsWith("{\"table\":\"Article\",\"key\":[\"id\"],\"fields\":{"))
                .anyMatch(line -> line.equals("{\"r\":{\"name\":\"Förlag \uD83D\uDC2D\"}}"))
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        try (EntityManagerFactory factory = factory("two");
                LmdbDatabase database = LmdbDatabase.open(folder.resolve("two")).open(LOG)) {
            for (int twice = 0; twice < 2; twice++) {
                assertThat(database.load(new StringReader(dump))).isEqualTo(27);
                assertThat(database.verify().problems()).isEmpty();
                StringWriter again = new StringWriter();
                database.dump(again);
                assertThat(again.toString().lines().filter(line -> !line.startsWith("{\"sequence\"")))
                        .containsExactlyElementsOf(dump.lines()
                                .filter(line -> !line.startsWith("{\"sequence\""))
                                .toList());
            }
            factory.runInTransaction(manager -> {
                Article last = manager.createQuery("select a from Article a where a.title = 'title 24'", Article.class)
                        .getSingleResult();
                Article fresh = new Article();
                assertThat(last)
                        .usingRecursiveComparison()
                        .ignoringFields("id", "title", "value", "publisher", "follows", "tags")
                        .isEqualTo(fresh);
                assertThat(last.value).isNaN();
                assertThat(last.tags).containsExactly("b", "a", "b");
                assertThat(last.follows).isNotNull();
                fresh.title = "new";
                manager.persist(fresh);
                assertThat(fresh.id).isGreaterThan(last.id);
            });
            assertThatThrownBy(() -> factory.runInTransaction(manager -> {
                        Article same = new Article();
                        same.title = "title 7";
                        manager.persist(same);
                    }))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void what_does_not_fit_the_tables_loads_nothing() {
        String dump = filled();
        try (LmdbDatabase database = LmdbDatabase.open(folder.resolve("none")).open(LOG)) {
            assertThatThrownBy(() -> database.load(new StringReader(dump)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM1131")
                    .hasMessageContaining("Publisher");
            assertThat(database.<Long>read(tx -> tx.map(LOG).count())).isZero();
        }
        try (EntityManagerFactory factory = factory("two");
                LmdbDatabase database = LmdbDatabase.open(folder.resolve("two")).open(LOG)) {
            assertThatThrownBy(() ->
                            database.load(new StringReader(dump.replace("\"title\":\"STRING\"", "\"title\":\"LONG\""))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM1102")
                    .hasMessageContaining("title");
            for (String bad :
                    List.of("\"number\":\"x\"", "\"number\":[1]", "\"unknown\":1", "\"date\":\"yesterday\"")) {
                String field = bad.substring(0, bad.indexOf(':'));
                String damaged = dump.replaceFirst("(?m)^(\\{\"r\":\\{.*?)\"number\":-2147483648", "$1" + bad);
                assertThat(damaged).contains(field).isNotEqualTo(dump);
                assertThatThrownBy(() -> database.load(new StringReader(damaged)))
                        .hasMessageContaining("DORM1125");
            }
            String orphan = dump.lines()
                    .filter(line -> !line.startsWith("{\"r\":{\"name\""))
                    .reduce("", (all, line) -> all + line + "\n");
            assertThatThrownBy(() -> database.load(new StringReader(orphan))).isInstanceOf(StoreException.class);
            assertThat(database.stats().map("Article").rows()).isZero();
            assertThat(database.<Long>read(tx -> tx.map(LOG).count())).isZero();
            assertThat(factory.isOpen()).isTrue();
        }
    }
}
