package dev.dormouse.lmdb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.lmdb.schema.MapCompression;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.store.StoreException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values in a real database: classes that grow, compression that begins later, sets of 10,000 members, views. */
class ValuesInMapsTest {

    private static final String UUID_TEXT = "6a5b9d4e-94f1-4ab5-a9a3-5b1f3d1c9a01";

    private record Before(String name, int count) {}

    private record After(String name, int count, @Nullable String note) {}

    private record Swapped(int count, String name) {}

    private static <V> MapDescriptor<Long, V> map(ValueType<V> type) {
        return MapDescriptor.of("values", UUID_TEXT, KeyTypes.int64(), type);
    }

    @Test
    void a_class_may_grow_and_nothing_else(@TempDir Path folder) {
        MapDescriptor<Long, Before> before = map(ValueTypes.flatBuffers(Before.class));
        MapDescriptor<Long, After> after = map(ValueTypes.flatBuffers(After.class));
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(before)) {
            database.write(tx -> tx.map(before).put(1L, new Before("old", 7)));
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(after)) {
            database.write(tx -> tx.map(after).put(2L, new After("new", 8, "note")));
            assertThat(database.<Object>read(tx -> tx.map(after).get(1L))).isEqualTo(new After("old", 7, null));
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            assertThatThrownBy(() -> database.open(before))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("note:string");
            assertThatThrownBy(() -> database.open(map(ValueTypes.flatBuffers(Swapped.class))))
                    .isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> database.open(map(ValueTypes.cbor(After.class))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cbor");
            database.open(after);
            assertThat(database.<Object>read(tx -> tx.map(after).get(2L))).isEqualTo(new After("new", 8, "note"));
        }
    }

    @ParameterizedTest
    @EnumSource(MapCompression.class)
    void rows_of_before_compression_stay_readable(MapCompression compression, @TempDir Path folder) {
        MapDescriptor<Long, Cookie> plain = map(ValueTypes.cbor(Cookie.class));
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(plain)) {
            database.write(tx -> tx.map(plain).put(1L, Cookie.sample()));
        }
        MapDescriptor<Long, Cookie> compressed = plain.compressed(compression);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(compressed)) {
            Cookie large = Cookie.sample();
            large.value = "again and ".repeat(500);
            database.write(tx -> tx.map(compressed).put(2L, large));
            assertThat(database.<Object>read(tx -> tx.map(compressed).get(1L))).isEqualTo(Cookie.sample());
            assertThat(database.<Object>read(tx -> tx.map(compressed).get(2L))).isEqualTo(large);
        }
    }

    static Stream<Arguments> members() {
        LongFunction<UUID> uuid = n -> new UUID(n * 0x9E3779B97F4A7C15L, n);
        return Stream.of(
                Arguments.of(KeyTypes.string(), (LongFunction<String>) n -> "member " + n),
                Arguments.of(KeyTypes.uuid(), uuid),
                Arguments.of(KeyTypes.objectId(), (LongFunction<Long>) n -> n));
    }

    @ParameterizedTest
    @MethodSource("members")
    <M> void sets_keep_all_their_members(KeyType<M> type, LongFunction<M> member, @TempDir Path folder) {
        SetType<M> sets = ValueTypes.setOf(type);
        MapDescriptor<Long, Set<M>> descriptor = map(sets);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(descriptor)) {
            for (int size : new int[] {0, 1, 2, 17, 33, 10_000}) {
                Set<M> all = new LinkedHashSet<>(
                        LongStream.range(0, size).mapToObj(member).toList());
                database.write(tx -> tx.map(descriptor).put((long) size, all));
                assertThat(database.<Object>read(tx -> tx.map(descriptor).get((long) size)))
                        .isEqualTo(all);
            }
            long puts = database.writeAndGet(tx -> {
                tx.map(descriptor).members(10_000L, sets).add(member.apply(10_000));
                return tx.statistics().puts();
            });
            assertThat(puts).as("one entry and the row").isLessThanOrEqualTo(2);
            assertThat(database.<Object>read(
                            tx -> tx.map(descriptor).members(10_000L, sets).contains(member.apply(10_000))))
                    .isEqualTo(true);
        }
    }

    private record Login(@Nullable String realm, @Nullable String authid) {}

    @Test
    @SuppressWarnings("NullAway") // parts that lack are null
    void a_nullable_index_leaves_out_tuples_that_lack_a_part(@TempDir Path folder) {
        MapIndex<Long, Login, Tuple2<String, String>> byLogin = MapIndex.<Long, Login, Tuple2<String, String>>of(
                        "by_login",
                        KeyTypes.tuple(KeyTypes.string(), KeyTypes.nullable(KeyTypes.string())),
                        login -> new Tuple2<>(login.realm(), login.authid()))
                .nullable();
        MapDescriptor<Long, Login> logins = map(ValueTypes.cbor(Login.class)).with(byLogin);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(logins)) {
            database.write(tx -> {
                tx.map(logins).put(1L, new Login("realm1", "alice"));
                tx.map(logins).put(2L, new Login(null, "bob"));
                tx.map(logins).put(3L, new Login("realm1", null));
            });
            assertThat(database.<Object>read(tx -> {
                        try (Stream<Long> keys =
                                tx.map(logins).by(byLogin).select().keys()) {
                            return keys.toList();
                        }
                    }))
                    .isEqualTo(java.util.List.of(3L, 1L));
            database.write(tx -> tx.map(logins).remove(2L));
            assertThat(database.verify().problems()).isEmpty();
        }
    }

    @Test
    void views_read_where_the_value_lies(@TempDir Path folder) {
        FlatBuffersType<Cookie> cookies = ValueTypes.flatBuffers(Cookie.class);
        FlatField<Cookie, String> authid = cookies.field("authid", String.class);
        MapDescriptor<Long, FlatView<Cookie>> views = map(cookies.views());
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(views)) {
            database.write(tx -> tx.map(views).put(1L, cookies.viewOf(Cookie.sample())));
            String read = database.read(tx -> {
                FlatView<Cookie> view = tx.map(views).get(1L);
                return view == null ? null : view.get(authid);
            });
            assertThat(read).isEqualTo("oberstet");
        }
    }
}
