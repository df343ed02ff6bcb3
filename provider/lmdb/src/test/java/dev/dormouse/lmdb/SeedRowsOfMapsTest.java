package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.care.MapStatistics;
import dev.dormouse.lmdb.guide.RawStore;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows of the ancestor that are about maps, their indexes and transactions. */
class SeedRowsOfMapsTest extends SeedRows {

    @Test
    void row01_a_map_is_known_by_its_uuid() {
        MapDescriptor<Long, String> users = map("users", KeyTypes.int64(), ValueTypes.string());
        try (LmdbDatabase database = open(users)) {
            database.write(tx -> tx.map(users).put(1L, "al"));
            assertThat(RawMaps.catalog(database)).containsExactly(users.uuid() + " users 1");
        }
        MapDescriptor<Long, String> renamed = users.named("people");
        try (LmdbDatabase database = open(renamed)) {
            assertThat(database.<String>read(tx -> tx.map(renamed).get(1L))).isEqualTo("al");
            assertThat(RawMaps.catalog(database)).containsExactly(users.uuid() + " people 1");
            assertThatThrownBy(() -> database.open(users))
                    .hasMessageContaining("people")
                    .hasMessageContaining("users");
        }
    }

    @Test
    void row02_a_schema_of_43_maps_opens_and_refuses_a_changed_key_type() {
        List<MapDescriptor<Long, String>> maps = IntStream.range(0, 43)
                .mapToObj(n -> map("map " + n, KeyTypes.int64(), ValueTypes.string()))
                .toList();
        try (LmdbDatabase database = open(maps.toArray(MapDescriptor[]::new))) {
            assertThat(RawMaps.catalog(database)).hasSize(43);
        }
        MapDescriptor<String, String> changed = map("map 7", KeyTypes.string(), ValueTypes.string());
        MapDescriptor<Long, String> added = map("one more", KeyTypes.int64(), ValueTypes.string());
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            assertThatThrownBy(() -> database.open(added, changed))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("map 7")
                    .hasMessageContaining("key type");
            assertThat(RawMaps.catalog(database)).hasSize(43);
        }
        try (RawStore store = new RawStore(folder)) {
            for (MapDescriptor<?, ?> map : maps) {
                int number =
                        store.definition(map.uuid().toString()).get("number").AsInt32();
                assertThat(store.entries("m" + number)).isEmpty();
                assertThat(store.entries("x" + number)).isEmpty();
            }
        }
    }

    /** Whole numbers that count how often one was read. */
    private static final class Counted implements KeyType<Long> {

        private final KeyType<Long> longs = KeyTypes.int64();
        private int read;

        @Override
        public String name() {
            return longs.name();
        }

        @Override
        public void encode(dev.dormouse.store.record.KeyBuffer out, Long key) {
            longs.encode(out, key);
        }

        @Override
        public Long decode(dev.dormouse.store.record.KeyDecoder in) {
            read++;
            return longs.decode(in);
        }

        @Override
        public void writeJson(com.fasterxml.jackson.core.JsonGenerator out, Long key) throws IOException {
            longs.writeJson(out, key);
        }

        @Override
        public Long readJson(com.fasterxml.jackson.core.JsonParser in) throws IOException {
            return longs.readJson(in);
        }
    }

    @Test
    void row06_selections_go_both_ways_and_end_at_their_limit() {
        Counted keys = new Counted();
        MapDescriptor<Long, String> numbers = map("numbers", keys, ValueTypes.string());
        try (LmdbDatabase database = open(numbers)) {
            database.write(tx ->
                    LongStream.range(-500, 500).forEach(n -> tx.map(numbers).put(n, "")));
            database.read(tx -> {
                TypedMap<Long, String> map = tx.map(numbers);
                List<Long> forward =
                        new ArrayList<>(map.select().from(-7L).to(300L).keys().toList());
                List<Long> backward =
                        map.select().from(-7L).to(300L).reverse().keys().toList();
                Collections.reverse(forward);
                assertThat(backward).hasSize(307).isEqualTo(forward);
                keys.read = 0;
                assertThat(map.select().limit(5).keys()).hasSize(5);
                assertThat(keys.read).isEqualTo(5);
                assertThat(map.select().from(0L).keys().findFirst()).contains(0L);
                assertThat(map.select().to(0L).count()).isEqualTo(500);
                return null;
            });
        }
    }

    @Test
    void row07_counts_and_truncates() {
        MapDescriptor<String, Long> words = map("words", KeyTypes.string(), ValueTypes.int64())
                .with(MapIndex.<String, Long, Long>of("by_length", KeyTypes.int64(), length -> length));
        try (LmdbDatabase database = open(words)) {
            database.write(tx -> Stream.of("a", "ab", "abc", "b", "bc")
                    .forEach(word -> tx.map(words).put(word, (long) word.length())));
            database.read(tx -> {
                assertThat(tx.map(words).count()).isEqualTo(5);
                assertThat(tx.map(words).count("ab", "b")).isEqualTo(2);
                assertThat(tx.map(words).count(KeyTypes.string().startingWith("b")))
                        .isEqualTo(2);
                return null;
            });
            assertThat(RawMaps.entries(database, words, 1)).hasSize(5);
            database.write(tx -> tx.map(words).truncate());
            assertThat(RawMaps.keys(database, words)).isEmpty();
            assertThat(RawMaps.entries(database, words, 1)).isEmpty();
        }
    }

    @Test
    void row08_indexes_are_unique_when_they_say_so_and_hold_no_nulls_when_nullable() {
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(People.PLAIN)) {
            database.write(tx -> {
                tx.map(People.PLAIN).put(1L, People.Person.of("a", null, "x"));
                tx.map(People.PLAIN).put(2L, People.Person.of("b", "bb", "x"));
            });
            database.attach(People.PLAIN, People.NICK);
            database.attach(People.PLAIN, People.EMAIL);
            assertThat(RawMaps.entries(database, People.PLAIN, 1)).containsExactly("626200");
            assertThat(RawMaps.entries(database, People.PLAIN, 2)).containsExactly("6100", "6200");
            assertThatThrownBy(
                            () -> database.write(tx -> tx.map(People.PLAIN).put(3L, People.Person.of("a", null, "x"))))
                    .isInstanceOf(ConstraintViolationException.class);
            database.write(tx -> tx.map(People.PLAIN).remove(1L));
            assertThat(RawMaps.entries(database, People.PLAIN, 1)).hasSize(1);
            assertThat(RawMaps.entries(database, People.PLAIN, 2)).containsExactly("6200");
            prove(database);
        }
    }

    @Test
    void row09_sets_and_children_come_back_whole() {
        SetType<UUID> ids = ValueTypes.setOf(KeyTypes.uuid());
        MapDescriptor<Long, Set<UUID>> sets = map("sets", KeyTypes.int64(), ids);
        MapIndex<Long, Long, Long> parent = MapIndex.of("by_parent", KeyTypes.int64(), value -> value);
        MapDescriptor<Long, Long> children =
                map("children", KeyTypes.int64(), ValueTypes.int64()).with(parent);
        try (LmdbDatabase database = open(sets, children)) {
            for (int count : new int[] {0, 1, 2, 17, 10_000}) {
                database.write(tx -> {
                    tx.map(sets).put((long) count, Set.of());
                    MemberSet<UUID> members = tx.map(sets).members((long) count, ids);
                    for (int i = 0; i < count; i++) {
                        members.add(new UUID(i, count));
                        tx.map(children).put(count * 100_000L + i, (long) count);
                    }
                });
                database.read(tx -> {
                    assertThat(tx.map(sets).get((long) count)).hasSize(count);
                    assertThat(tx.map(children).by(parent).count((long) count)).isEqualTo(count);
                    return null;
                });
            }
            try (LmdbTransaction tx = database.beginWrite()) {
                tx.map(children).put(-1L, 10_000L);
                assertThat(tx.statistics().puts()).isEqualTo(2);
                tx.map(sets).members(10_000L, ids).add(NIL);
                assertThat(tx.statistics().puts()).isEqualTo(3);
            }
            assertThat(RawMaps.entries(database, sets, 0)).hasSize(10_020);
            prove(database);
        }
    }

    /** A cookie. */
    @Test
    void row12_a_purge_leaves_no_entry_of_a_purged_cookie() {
        MapIndex<UUID, Cookie, String> byValue = MapIndex.of("by_value", KeyTypes.string(), Cookie::value);
        MapIndex<Object, Cookie, String> byAuthid = MapIndex.<Object, Cookie, String>of(
                        "by_authid", KeyTypes.string(), Cookie::authid)
                .nullable();
        MapIndex<UUID, Cookie, Long> byExpiry = MapIndex.of("by_expiry", KeyTypes.int64(), Cookie::expires);
        MapDescriptor<UUID, Cookie> cookies = map("cookies", KeyTypes.uuid(), ValueTypes.cbor(Cookie.class))
                .with(byValue.unique())
                .with(byAuthid)
                .with(byExpiry);
        try (LmdbDatabase database = open(cookies)) {
            database.write(tx -> {
                for (int i = 0; i < 100; i++) {
                    tx.map(cookies).put(new UUID(i, i), new Cookie("c" + i, i % 2 == 0 ? "al" : null, 1000, i % 10));
                }
            });
            long purged = database.<Long>writeAndGet(tx -> {
                List<UUID> expired =
                        tx.map(cookies).by(byExpiry).select().to(1005L).keys().toList();
                expired.forEach(tx.map(cookies)::remove);
                return (long) expired.size();
            });
            assertThat(purged).isEqualTo(50);
            assertThat(RawMaps.keys(database, cookies)).hasSize(50);
            assertThat(RawMaps.entries(database, cookies, 1)).hasSize(50);
            assertThat(RawMaps.entries(database, cookies, 2)).hasSize(20).containsOnly("616c00");
            assertThat(RawMaps.entries(database, cookies, 3)).hasSize(50);
            database.read(tx -> {
                assertThat(tx.map(cookies).by(byExpiry).count(1005L)).isEqualTo(10);
                assertThat(tx.map(cookies).by(byValue.unique()).get("c5")).isNotNull();
                assertThat(tx.map(cookies).by(byValue.unique()).get("c4")).isNull();
                return null;
            });
            prove(database);
        }
    }

    @Test
    void row17_transactions_count_their_puts() {
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(People.PEOPLE)) {
            try (LmdbTransaction tx = database.beginWrite()) {
                for (long n = 0; n < 50; n++) {
                    tx.map(People.PEOPLE).put(n, People.Person.of("e" + n, "n" + n, "c", "one"));
                }
                assertThat(tx.statistics().puts()).isEqualTo(50 * (1 + 4));
                assertThat(tx.statistics().deletes()).isZero();
                assertThat(tx.statistics().bytes()).isPositive();
                try (LmdbTransaction reader = database.beginRead()) {
                    assertThat(reader.map(People.PEOPLE).count()).isZero();
                }
                tx.commit();
            }
            assertThatThrownBy(() -> database.write(tx -> {
                        tx.map(People.PEOPLE).truncate();
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(RawMaps.keys(database, People.PEOPLE)).hasSize(50);
        }
    }

    @Test
    void row18_what_is_committed_survives_a_killed_process() throws Exception {
        Process process = KilledWriter.start(folder);
        try (var output = process.inputReader()) {
            KilledWriter.await(output, 20);
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (LmdbDatabase database = open(KilledWriter.NUMBERS);
                LmdbDatabase same = open(KilledWriter.NUMBERS)) {
            assertThat(RawMaps.keys(same, KilledWriter.NUMBERS)).hasSizeGreaterThan(20);
            prove(database);
        }
    }

    @Test
    void row19_statistics_equal_what_is_there() {
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(People.PEOPLE)) {
            database.write(tx -> {
                for (long n = 0; n < 1000; n++) {
                    tx.map(People.PEOPLE).put(n, People.Person.of("e" + n, null, "c"));
                }
            });
            MapStatistics people = database.stats().map("people");
            assertThat(people.rows())
                    .isEqualTo(RawMaps.keys(database, People.PEOPLE).size());
            assertThat(people.rows())
                    .isEqualTo(database.<Long>read(tx -> tx.map(People.PEOPLE).count()));
            assertThat(people.entries()).isEqualTo(2000);
            assertThat(people.uuid()).isEqualTo(People.PEOPLE.uuid());
        }
    }
}
