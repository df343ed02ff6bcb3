package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.TypedMapTest.Way;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.lmdb.row.CoveredRow;
import dev.dormouse.lmdb.row.MapChange;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.schema.MemberIndex;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.StoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Indexes on the members of sets, one entry a member; the checker walks the raw store after each test. */
class MemberIndexTest {

    private static final SetType<String> ROLES = ValueTypes.setOf(KeyTypes.string());
    private static final MemberIndex<Long, String, String> BY_ROLE = MapIndex.ofMembers("by_role", ROLES);
    private static final MapDescriptor<Long, Set<String>> PLAIN =
            MapDescriptor.of("roles", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0051", KeyTypes.int64(), ROLES);
    private static final MapDescriptor<Long, Set<String>> USERS = PLAIN.with(BY_ROLE);

    private final LmdbDatabase database = LmdbDatabase.builder().temporary().open();

    @AfterEach
    void close() {
        assertThat(database.verify().problems()).isEmpty();
        database.close();
    }

    private static IndexedMap<String, Long, Set<String>> byRole(LmdbTransaction tx) {
        return tx.map(USERS).by(BY_ROLE);
    }

    private List<String> entries() {
        return RawMaps.entries(database, USERS, 1);
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_found_by_their_members(Way way) {
        database.open(USERS);
        way.write(database, tx -> {
            tx.map(USERS).put(1L, Set.of("admin", "guest"));
            tx.map(USERS).put(2L, Set.of("guest"));
            tx.map(USERS).put(3L, Set.of());
            assertThat(byRole(tx).select().at("guest").keys()).containsExactly(1L, 2L);
            assertThat(byRole(tx).get("admin")).containsExactly("admin", "guest");
            tx.map(USERS).members(3L, ROLES).add("admin");
            tx.map(USERS).members(4L, ROLES).add("admin");
            tx.map(USERS).members(1L, ROLES).remove("admin");
            assertThat(byRole(tx).select().at("admin").keys()).containsExactly(3L, 4L);
            tx.map(USERS).put(4L, Set.of("admin", "owner"));
            tx.map(USERS).remove(2L);
            assertThat(byRole(tx).select().covered(BY_ROLE))
                    .containsExactly(
                            new CoveredRow<>("admin", 3L, "admin"),
                            new CoveredRow<>("admin", 4L, "admin"),
                            new CoveredRow<>("guest", 1L, "guest"),
                            new CoveredRow<>("owner", 4L, "owner"));
        });
        assertThat(entries()).hasSize(4);
        way.write(database, tx -> tx.map(USERS).members(4L, ROLES).clear());
        assertThat(entries()).hasSize(2);
        way.write(database, tx -> tx.map(USERS).truncate());
        assertThat(entries()).isEmpty();
    }

    @Test
    void adding_a_member_writes_its_entries_only() {
        database.open(USERS);
        database.write(tx -> LongStream.range(0, 10_000)
                .forEach(n -> tx.map(USERS).members(1L, ROLES).add("role " + n)));
        try (LmdbTransaction tx = database.beginWrite()) {
            tx.map(USERS).members(1L, ROLES).add("one more");
            assertThat(tx.statistics().puts()).isEqualTo(2);
            tx.map(USERS).members(1L, ROLES).remove("role 7");
            assertThat(tx.statistics().deletes()).isEqualTo(2);
            tx.commit();
        }
        assertThat(entries()).hasSize(10_000);
    }

    @Test
    void an_index_on_members_is_filled_rebuilt_and_detached() {
        database.open(PLAIN);
        database.write(
                tx -> LongStream.range(0, 100).forEach(n -> tx.map(PLAIN).put(n, Set.of("even " + n / 2, "all"))));
        database.attach(PLAIN, BY_ROLE);
        assertThat(entries()).hasSize(200);
        assertThat(database.<Long>read(tx -> tx.map(PLAIN).by(BY_ROLE).count("all")))
                .isEqualTo(100);
        database.rebuild(PLAIN, BY_ROLE);
        assertThat(entries()).hasSize(200);
        database.detach(PLAIN, "by_role");
        assertThat(database.stats().map("roles").entries()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_unique_index_lets_one_row_hold_a_member(Way way) {
        MapDescriptor<Long, Set<String>> unique = PLAIN.with(BY_ROLE.unique());
        database.open(unique);
        way.write(database, tx -> tx.map(unique).put(1L, Set.of("owner")));
        assertThatThrownBy(() -> way.write(
                        database, tx -> tx.map(unique).members(2L, ROLES).add("owner")))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("by_role");
        assertThatThrownBy(() -> way.write(database, tx -> tx.map(unique).put(2L, Set.of("guest", "owner"))))
                .isInstanceOf(ConstraintViolationException.class);
        way.write(database, tx -> {
            tx.map(unique).put(1L, Set.of("owner", "other"));
            tx.map(unique).members(1L, ROLES).remove("owner");
            tx.map(unique).members(2L, ROLES).add("owner");
        });
        assertThat(entries()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_function_sees_row_and_member(Way way) {
        MemberIndex<Long, String, Tuple2<Integer, Long>> byLength = MapIndex.ofMembers(
                "by_length",
                KeyTypes.tuple(KeyTypes.int32(), KeyTypes.int64()),
                ROLES,
                (row, member) -> member.isEmpty() ? null : new Tuple2<>(member.length(), row));
        MapDescriptor<Long, Set<String>> users = PLAIN.with(byLength.nullable());
        database.open(users);
        way.write(database, tx -> {
            tx.map(users).put(1L, Set.of("aa", "bb", "c", ""));
            tx.map(users).members(1L, ROLES).remove("aa");
            assertThat(tx.map(users).by(byLength).select().covered(byLength))
                    .containsExactly(
                            new CoveredRow<>(new Tuple2<>(1, 1L), 1L, "c"),
                            new CoveredRow<>(new Tuple2<>(2, 1L), 1L, "bb"));
        });
        database.detach(users, "by_length");
        assertThatThrownBy(() -> database.attach(users, byLength)).hasMessageContaining("DORM1110");
    }

    @Test
    void what_does_not_fit_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> database.open(
                        PLAIN.with(MapIndex.<Long, Set<String>, Integer>of("by_size", KeyTypes.int32(), Set::size))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM1123")
                .hasMessageContaining("by_size");
        MapDescriptor<Long, Set<String>> whole = MapDescriptor.of(
                "whole",
                "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0052",
                KeyTypes.int64(),
                ValueTypes.<Set<String>>marshalled("size", set -> new byte[set.size()], bytes -> Set.of()));
        assertThatThrownBy(() -> database.open(whole.with(BY_ROLE))).hasMessageContaining("DORM1123");
        database.open(USERS);
        database.write(tx -> {
            String longest = "x".repeat(502);
            tx.map(USERS).members(1L, ROLES).add(longest);
            assertThatThrownBy(() -> tx.map(USERS).members(1L, ROLES).add(longest + "y"))
                    .hasMessageContaining("DORM1109");
            assertThatThrownBy(() -> tx.map(USERS).put(2L, Set.of("a", longest + "y")))
                    .hasMessageContaining("DORM1109");
        });
        assertThat(database.stats().map("roles").rows()).isEqualTo(1);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void who_watches_sees_members_come_and_go() {
        database.open(USERS);
        database.write(tx -> {
            MapWatch<Long, Set<String>> watch = tx.map(USERS).watch();
            MemberSet<String> members = tx.map(USERS).members(1L, ROLES);
            members.add("a");
            members.add("a");
            members.add("b");
            members.remove("a");
            members.remove("c");
            assertThat(watch.changes())
                    .containsExactly(
                            new MapChange<>(1L, null, Set.of("a")),
                            new MapChange<>(1L, Set.of("a"), Set.of("a", "b")),
                            new MapChange<>(1L, Set.of("a", "b"), Set.of("b")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void entries_equal_members_after_random_operations(Way way) {
        database.open(USERS);
        Random random = new Random(11);
        Map<Long, Set<String>> model = new TreeMap<>();
        for (int transaction = 0; transaction < 40; transaction++) {
            Map<Long, Set<String>> next = new TreeMap<>();
            model.forEach((key, members) -> next.put(key, new HashSet<>(members)));
            Consumer<LmdbTransaction> work = tx -> {
                for (int i = 0; i < 30; i++) {
                    change(random, tx.map(USERS), next);
                }
            };
            way.write(database, work);
            model = next;
        }
        Map<Long, Set<String>> stored = new TreeMap<>();
        database.read(tx -> {
            tx.map(USERS).select().forEach(row -> stored.put(row.key(), row.value()));
            return null;
        });
        assertThat(stored).isEqualTo(model);
        Map<String, Long> counts = model.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(role -> role, TreeMap::new, Collectors.counting()));
        counts.forEach((role, count) ->
                assertThat(database.<Long>read(tx -> byRole(tx).count(role))).isEqualTo(count));
        assertThat(entries())
                .hasSize(counts.values().stream().mapToInt(Long::intValue).sum());
    }

    private static void change(Random random, TypedMap<Long, Set<String>> users, Map<Long, Set<String>> model) {
        long key = random.nextInt(20);
        String role = "r" + random.nextInt(8);
        switch (random.nextInt(10)) {
            case 0 -> assertThat(users.remove(key)).isEqualTo(model.remove(key) != null);
            case 1, 2 -> {
                Set<String> both = Set.of(role, "s" + random.nextInt(3));
                users.put(key, both);
                model.put(key, new HashSet<>(both));
            }
            case 3, 4, 5 -> {
                boolean there = model.getOrDefault(key, Set.of()).contains(role);
                assertThat(users.members(key, ROLES).remove(role)).isEqualTo(there);
                model.getOrDefault(key, new HashSet<>()).remove(role);
            }
            default ->
                assertThat(users.members(key, ROLES).add(role))
                        .isEqualTo(model.computeIfAbsent(key, absent -> new HashSet<>())
                                .add(role));
        }
    }
}
