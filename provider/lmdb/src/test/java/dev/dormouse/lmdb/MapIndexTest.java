package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.People.Person;
import dev.dormouse.lmdb.TypedMapTest.Way;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.row.CoveredRow;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapCompression;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Indexes of every kind are kept with every change; the checker walks the raw store after each test. */
class MapIndexTest {

    private final LmdbDatabase database = LmdbDatabase.builder().temporary().open();

    @AfterEach
    void close() {
        assertThat(database.verify().problems()).isEmpty();
        database.close();
    }

    private TypedMap<Long, Person> people(LmdbTransaction tx) {
        return tx.map(People.PEOPLE);
    }

    private long entries() {
        return database.stats().map("people").entries();
    }

    @ParameterizedTest
    @EnumSource
    void a_unique_index_refuses_a_duplicate(Way way) {
        database.open(People.PEOPLE);
        way.write(database, tx -> people(tx).put(1L, Person.of("a@x", "al", "Rome")));
        assertThatThrownBy(() -> way.write(database, tx -> {
                    people(tx).put(2L, Person.of("b@x", null, "Rome"));
                    people(tx).put(3L, Person.of("a@x", null, "Oslo"));
                }))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("DORM1111")
                .hasMessageContaining("by_email");
        way.write(database, tx -> {
            assertThat(people(tx).select().keys()).containsExactly(1L);
            assertThat(people(tx).by(People.EMAIL).get("a@x")).isEqualTo(Person.of("a@x", "al", "Rome"));
            people(tx).put(1L, Person.of("a@x", "al", "Oslo"));
            people(tx).remove(1L);
            people(tx).put(2L, Person.of("a@x", "al", "Rome"));
            assertThat(people(tx).by(People.EMAIL).getKey("a@x")).isEqualTo(2);
            assertThat(people(tx).by(People.EMAIL).get("b@x")).isNull();
        });
    }

    @Test
    void a_unique_index_refuses_a_duplicate_of_a_commit_in_between() {
        database.open(People.PEOPLE);
        try (LmdbTransaction mine = database.beginBuffered()) {
            people(mine).put(1L, Person.of("a@x", null, "Rome"));
            TypedMapTest.inAnotherThread(
                    () -> database.write(tx -> people(tx).put(2L, Person.of("a@x", null, "Oslo"))));
            assertThatThrownBy(mine::commit)
                    .isInstanceOf(ConstraintViolationException.class)
                    .hasMessageContaining("by_email");
        }
        assertThat(database.<Long>read(tx -> people(tx).by(People.EMAIL).getKey("a@x")))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void nulls_have_no_entry_or_are_refused(Way way) {
        MapIndex<Long, Person, String> strict = MapIndex.of("by_nick", KeyTypes.string(), Person::nick);
        MapDescriptor<Long, Person> nullable = People.PLAIN.with(People.NICK);
        database.open(nullable);
        way.write(database, tx -> {
            tx.map(nullable).put(1L, Person.of("a", null, "x"));
            tx.map(nullable).put(2L, Person.of("b", null, "x"));
            tx.map(nullable).put(3L, Person.of("c", "cc", "x"));
            tx.map(nullable).put(3L, Person.of("c", null, "x"));
            tx.map(nullable).put(2L, Person.of("b", "bb", "x"));
            tx.map(nullable).remove(1L);
            assertThat(tx.map(nullable).by(People.NICK).select().indexKeys()).containsExactly("bb");
        });
        database.detach(nullable, "by_nick");
        assertThatThrownBy(() -> database.attach(nullable, strict)).hasMessageContaining("DORM1110");
        database.write(tx -> tx.map(nullable).remove(3L));
        database.attach(nullable, strict);
        assertThatThrownBy(() -> way.write(database, tx -> tx.map(nullable).put(4L, Person.of("d", null, "x"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("by_nick");
        assertThat(entries()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void one_row_has_many_keys(Way way) {
        database.open(People.PEOPLE);
        way.write(database, tx -> {
            people(tx).put(1L, Person.of("a", null, "x", "red", "green", "red"));
            people(tx).put(2L, Person.of("b", null, "x", "green"));
            people(tx).put(3L, Person.of("c", null, "x"));
            IndexedMap<String, Long, Person> tags = people(tx).by(People.TAG);
            assertThat(tags.select().indexKeys()).containsExactly("green", "green", "red");
            assertThat(tags.select().at("green").keys()).containsExactly(1L, 2L);
            assertThat(tags.count()).isEqualTo(3);
            assertThat(tags.count("green")).isEqualTo(2);
            assertThat(tags.containsKey("blue")).isFalse();
            people(tx).put(1L, Person.of("a", null, "x", "blue"));
            assertThat(tags.select().rows().map(row -> row.indexKey() + row.key()))
                    .containsExactly("blue1", "green2");
            assertThat(tags.select().reverse().keys()).containsExactly(2L, 1L);
            assertThat(tags.count(KeyTypes.string().startingWith("b"))).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_covering_index_answers_without_the_row(Way way) {
        database.open(People.PEOPLE);
        way.write(database, tx -> {
            people(tx).put(1L, Person.of("a@x", null, "Rome"));
            people(tx).put(2L, Person.of("b@x", null, "Rome"));
            people(tx).put(1L, Person.of("c@x", null, "Rome"));
            assertThat(people(tx).by(People.CITY).select().at("Rome").covered(People.CITY))
                    .containsExactly(new CoveredRow<>("Rome", 1L, "c@x"), new CoveredRow<>("Rome", 2L, "b@x"));
            people(tx).put(3L, Person.of("y".repeat(503), null, "Oslo"));
            assertThatThrownBy(() -> people(tx).put(4L, Person.of("z".repeat(504), null, "Oslo")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM1109")
                    .hasMessageContaining("512 bytes");
            assertThat(people(tx).containsKey(4L)).isFalse();
        });
    }

    @Test
    void attaching_fills_from_the_rows_or_changes_nothing() {
        database.open(People.PLAIN.compressed(MapCompression.ZLIB));
        database.write(tx -> LongStream.range(0, 1000)
                .forEach(n -> tx.map(People.PLAIN).put(n, Person.of("e" + n, null, "city " + n % 10, "t", "u"))));
        database.attach(People.PLAIN, People.CITY);
        database.attach(People.PLAIN, People.TAG);
        assertThat(entries()).isEqualTo(3000);
        database.write(tx -> tx.map(People.PLAIN).put(1000L, Person.of("e0", null, "city 0")));
        assertThat(database.<Long>read(
                        tx -> tx.map(People.PLAIN).by(People.CITY).count("city 0")))
                .isEqualTo(101);
        assertThatThrownBy(() -> database.attach(People.PLAIN, People.EMAIL))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("by_email");
        assertThat(entries()).isEqualTo(3001);
        database.attach(People.PLAIN, People.BY_EMAIL);
        assertThat(entries()).isEqualTo(4002);
        database.detach(People.PLAIN, "by_city");
        database.detach(People.PLAIN, "by_tag");
        assertThat(entries()).isEqualTo(1001);
        database.rebuild(People.PLAIN, People.BY_EMAIL);
        assertThat(entries()).isEqualTo(1001);
        assertThatThrownBy(() -> database.read(tx -> tx.map(People.PLAIN).by(People.TAG)))
                .hasMessageContaining("DORM1107");
    }

    @Test
    void a_key_function_that_throws_loses_nothing() {
        MapIndex<Long, Person, String> angry = MapIndex.of("angry", KeyTypes.string(), person -> {
            if (person.city().equals("Troy")) {
                throw new IllegalStateException("no Troy");
            }
            return person.city();
        });
        database.open(People.PEOPLE.with(angry));
        database.write(tx -> {
            people(tx).put(1L, Person.of("a", "aa", "Rome"));
            assertThatThrownBy(() -> people(tx).put(1L, Person.of("b", "bb", "Troy")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no Troy");
            assertThatThrownBy(() -> people(tx).put(2L, Person.of("b", "bb", "Troy")))
                    .hasMessage("no Troy");
            people(tx).put(3L, Person.of("c", "cc", "Rome"));
        });
        assertThat(database.<List<Long>>read(tx -> people(tx).select().keys().toList()))
                .containsExactly(1L, 3L);
    }

    @Test
    void a_key_function_that_throws_while_an_index_is_filled_leaves_what_was_there() {
        AtomicBoolean angry = new AtomicBoolean(true);
        MapIndex<Long, Person, String> moody = MapIndex.of("moody", KeyTypes.string(), person -> {
            if (angry.get() && person.city().equals("Troy")) {
                throw new IllegalStateException("no Troy");
            }
            return person.city();
        });
        database.open(People.PLAIN);
        database.write(tx -> {
            tx.map(People.PLAIN).put(1L, Person.of("a", "aa", "Rome"));
            tx.map(People.PLAIN).put(2L, Person.of("b", "bb", "Troy"));
        });
        assertThatThrownBy(() -> database.attach(People.PLAIN, moody)).hasMessage("no Troy");
        assertThat(entries()).isZero();
        angry.set(false);
        database.attach(People.PLAIN, moody);
        angry.set(true);
        assertThatThrownBy(() -> database.rebuild(People.PLAIN, moody)).hasMessage("no Troy");
        assertThat(database.<List<Long>>read(
                        tx -> tx.map(People.PLAIN).by(moody).select().keys().toList()))
                .containsExactly(1L, 2L);
        angry.set(false); // the checker asks it too
    }

    @ParameterizedTest
    @EnumSource
    void a_map_whose_index_nobody_declares_cannot_be_written(Way way, @TempDir Path folder) {
        try (LmdbDatabase first = LmdbDatabase.open(folder).open(People.PEOPLE)) {
            first.write(tx -> people(tx).put(1L, Person.of("a", null, "x", "tag")));
        }
        MapDescriptor<Long, Person> without =
                People.PLAIN.with(People.EMAIL).with(People.NICK).with(People.CITY);
        try (LmdbDatabase other = LmdbDatabase.open(folder).open(without)) {
            assertThat(other.<Person>read(tx -> tx.map(without).get(1L)).city()).isEqualTo("x");
            List<Consumer<TypedMap<Long, Person>>> changes = List.of(
                    map -> map.put(2L, Person.of("b", null, "y")),
                    map -> map.remove(1L),
                    TypedMap::truncate,
                    map -> map.append(Stream.of(new Row<>(3L, Person.of("c", null, "z")))));
            for (Consumer<TypedMap<Long, Person>> change : changes) {
                assertThatThrownBy(() -> way.write(other, tx -> change.accept(tx.map(without))))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("DORM1106")
                        .hasMessageContaining("by_tag");
            }
            other.detach(without, "by_tag");
            way.write(other, tx -> tx.map(without).put(2L, Person.of("b", null, "y")));
            assertThat(other.stats().map("people").rows()).isEqualTo(2);
            assertThat(other.verify().problems()).isEmpty();
        }
    }

    @Test
    void an_index_is_not_attached_in_another_form() {
        database.open(People.PEOPLE);
        assertThatThrownBy(() -> database.attach(People.PEOPLE, People.BY_EMAIL))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM1105")
                .hasMessageContaining("string, unique");
    }

    @ParameterizedTest
    @EnumSource
    void entries_equal_rows_after_random_operations(Way way) {
        database.open(People.PEOPLE);
        Random random = new Random(7);
        Map<Long, Person> model = new TreeMap<>();
        for (int transaction = 0; transaction < 60; transaction++) {
            Map<Long, Person> next = new TreeMap<>(model);
            Consumer<LmdbTransaction> work = tx -> {
                for (int i = 0; i < 30; i++) {
                    change(random, people(tx), next);
                }
                if (random.nextInt(4) == 0) {
                    throw new IllegalStateException("given up");
                }
            };
            try {
                way.write(database, work);
                model = next;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("given up");
            }
        }
        Map<Long, Person> stored = new TreeMap<>();
        database.read(tx -> {
            people(tx).select().forEach(row -> stored.put(row.key(), row.value()));
            return null;
        });
        assertThat(stored).isEqualTo(model);
        assertThat(entries())
                .isEqualTo(model.values().stream()
                        .mapToLong(person -> 2
                                + (person.nick() == null ? 0 : 1)
                                + person.tags().stream().distinct().count())
                        .sum());
    }

    private static void change(Random random, TypedMap<Long, Person> people, Map<Long, Person> model) {
        long key = random.nextInt(200);
        switch (random.nextInt(10)) {
            case 0 -> {
                if (random.nextInt(30) == 0) {
                    people.truncate();
                    model.clear();
                }
            }
            case 1, 2, 3 -> assertThat(people.remove(key)).isEqualTo(model.remove(key) != null);
            default -> {
                Person person = Person.of(
                        "e" + random.nextInt(300),
                        random.nextBoolean() ? "n" + random.nextInt(300) : null,
                        "c" + random.nextInt(5),
                        "t" + random.nextInt(5),
                        "t" + random.nextInt(5));
                boolean taken = model.entrySet().stream()
                        .anyMatch(each -> each.getKey() != key
                                && (each.getValue().email().equals(person.email())
                                        || (person.nick() != null
                                                && person.nick()
                                                        .equals(each.getValue().nick()))));
                if (taken) {
                    assertThatThrownBy(() -> people.put(key, person)).isInstanceOf(ConstraintViolationException.class);
                } else {
                    people.put(key, person);
                    model.put(key, person);
                }
            }
        }
    }
}
