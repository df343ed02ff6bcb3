package dev.dormouse.lmdb.value;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.LmdbTransaction;
import dev.dormouse.lmdb.guide.RawStore;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.lmdb.key.Tuple2Key;
import dev.dormouse.lmdb.schema.MapCompression;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.store.type.ValueOrder;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ancestor has and what it means that it works, on the bytes of the store: keys and values. */
class AncestorRowsTest {

    private static final String MAP = "0f0e0d0c-0b0a-4908-8706-050403020100";

    private static <K, V> MapDescriptor<K, V> map(KeyType<K> keys, ValueType<V> values) {
        return MapDescriptor.of("rows", MAP, keys, values);
    }

    private static NavigableMap<byte[], byte[]> rows(Path folder) {
        try (RawStore store = new RawStore(folder)) {
            return store.entries("m" + store.definition(MAP).get("number").AsInt32());
        }
    }

    private static byte[] content(byte[] stored) {
        return Arrays.copyOfRange(stored, 8, stored.length);
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of(
                        KeyTypes.uuid(),
                        List.of(new UUID(0, 0), new UUID(1, 2), new UUID(-1, -1)),
                        List.of("00".repeat(16), "00000000000000010000000000000002", "ff".repeat(16))),
                Arguments.of(KeyTypes.string(), List.of("", "a", "ab"), List.of("00", "6100", "616200")),
                Arguments.of(
                        KeyTypes.objectId(),
                        List.of(0L, 256L, 1L << 53),
                        List.of("0000000000000000", "0000000000000100", "0020000000000000")),
                Arguments.of(
                        KeyTypes.bytes(20),
                        List.of(new byte[20], HexFormat.of().parseHex("ff".repeat(20))),
                        List.of("00".repeat(20), "ff".repeat(20))),
                Arguments.of(
                        KeyTypes.instantNanos(),
                        List.of(
                                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                                Instant.EPOCH,
                                Instant.parse("2262-04-11T23:47:16.854775807Z")),
                        List.of("7fffffffffffffff", "8000000000000000", "ffffffffffffffff")));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    <K> void row03_raw_keys_are_the_golden_bytes(
            KeyType<K> type, List<K> keys, List<String> golden, @TempDir Path folder) {
        MapDescriptor<K, Long> map = map(type, ValueTypes.int64());
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> keys.forEach(key -> tx.map(map).put(key, 1L)));
            keys.forEach(
                    key -> assertThat(database.<Boolean>read(tx -> tx.map(map).containsKey(key)))
                            .isTrue());
        }
        assertThat(rows(folder).keySet()).extracting(HexFormat.of()::formatHex).containsExactlyElementsOf(golden);
    }

    @Test
    void row04_compound_keys_stand_in_the_order_of_their_parts(@TempDir Path folder) {
        Tuple2Key<Tuple2<String, Instant>, String, Instant> type =
                KeyTypes.tuple(KeyTypes.string(), KeyTypes.instantNanos());
        MapDescriptor<Tuple2<String, Instant>, Long> map = map(type, ValueTypes.int64());
        Random random = new Random(4);
        List<Tuple2<String, Instant>> keys = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String text = random.ints(random.nextInt(4), 0, 3)
                    .mapToObj(c -> String.valueOf((char) (c == 2 ? 'a' : c)))
                    .reduce("", String::concat);
            keys.add(new Tuple2<>(text, Instant.ofEpochSecond(random.nextInt(5) - 2, i)));
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> {
                for (int i = 0; i < keys.size(); i++) {
                    tx.map(map).put(keys.get(i), (long) i);
                }
            });
            assertThatThrownBy(() -> database.write(tx -> {
                        tx.map(map).put(new Tuple2<>("fits", Instant.EPOCH), -1L);
                        tx.map(map).put(new Tuple2<>("x".repeat(503), Instant.EPOCH), -1L);
                    }))
                    .hasMessageContaining("512 bytes");
            assertThat(database.<Long>read(tx -> tx.map(map).count())).isEqualTo(500);
        }
        List<Long> stored = new ArrayList<>();
        rows(folder).values().forEach(value -> stored.add((content(value)[0] & 0xFFL) | (content(value)[1] << 8)));
        List<Tuple2<String, Instant>> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparing((Tuple2<String, Instant> key) -> key.first(), ValueOrder::compare)
                .thenComparing(Tuple2::second));
        assertThat(stored.stream().map(i -> keys.get(i.intValue()))).containsExactlyElementsOf(sorted);
    }

    @Test
    void row05_a_range_of_one_market_has_its_rows_only(@TempDir Path folder) {
        Tuple2Key<Tuple2<UUID, Instant>, UUID, Instant> type = KeyTypes.tuple(KeyTypes.uuid(), KeyTypes.instantNanos());
        MapDescriptor<Tuple2<UUID, Instant>, Long> map = map(type, ValueTypes.int64());
        UUID low = new UUID(1, 0);
        UUID high = new UUID(-1, -1);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> {
                for (int tick = 0; tick < 10; tick++) {
                    Instant at = Instant.EPOCH.plusSeconds(tick - 5);
                    tx.map(map).put(new Tuple2<>(low, at), (long) tick);
                    tx.map(map).put(new Tuple2<>(high, at), 100L + tick);
                }
            });
            Tuple2<UUID, Instant> from = new Tuple2<>(high, Instant.EPOCH.minusSeconds(2));
            Tuple2<UUID, Instant> to = new Tuple2<>(high, Instant.EPOCH.plusSeconds(2));
            assertThat(database.<List<Long>>read(tx -> {
                        try (Stream<Long> values =
                                tx.map(map).select().from(from).to(to).values()) {
                            return values.toList();
                        }
                    }))
                    .containsExactly(103L, 104L, 105L, 106L);
            assertThat(database.<Long>read(tx -> tx.map(map).count(type.startingWith(high))))
                    .isEqualTo(10);
        }
    }

    static Stream<ValueType<Cookie>> formats() {
        return Stream.of(
                ValueTypes.json(Cookie.class),
                ValueTypes.cbor(Cookie.class),
                ValueTypes.flatBuffers(Cookie.class),
                ValueTypes.marshalled("own", AncestorRowsTest::written, AncestorRowsTest::read));
    }

    private static byte[] written(Cookie cookie) {
        return ValueTypes.flatBuffers(Cookie.class).viewOf(cookie).bytes().byteArray();
    }

    private static Cookie read(byte[] bytes) {
        return ValueTypes.flatBuffers(Cookie.class).decode(new UnsafeBuffer(bytes));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void row13_one_model_in_every_format(ValueType<Cookie> type, @TempDir Path folder) {
        MapDescriptor<Long, Cookie> map = map(KeyTypes.int64(), type);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> tx.map(map).put(1L, Cookie.sample()));
            assertThat(database.<Object>read(tx -> tx.map(map).get(1L))).isEqualTo(Cookie.sample());
            assertThat(database.verify().problems()).isEmpty();
        }
        byte[] content = content(rows(folder).firstEntry().getValue());
        assertThat(HexFormat.of().formatHex(content))
                .as("no Java serialization")
                .doesNotContain("aced0005");
        if (type.name().equals("cbor")) {
            checkDecoded(CBORObject.DecodeFromBytes(content));
        } else if (type.name().equals("json")) {
            checkDecoded(CBORObject.FromJSONString(new String(content, StandardCharsets.UTF_8)));
        }
    }

    /** What an independent decoder sees: every property by name, those that are null left out or null. */
    private static void checkDecoded(CBORObject cookie) {
        Cookie sample = Cookie.sample();
        assertThat(cookie.get("name").AsString()).isEqualTo("cbtid");
        assertThat(cookie.get("value").AsString()).isEqualTo(sample.value);
        assertThat(cookie.get("maxAge").AsInt32()).isZero();
        assertThat(cookie.get("authid").AsString()).isEqualTo("oberstet");
        assertThat(cookie.get("authmethod").AsString()).isEqualTo("CRYPTOSIGN");
        assertThat(cookie.get("authenticatedSession").AsNumber().ToInt64Checked())
                .isEqualTo(-1);
        assertThat(cookie.get("secure").AsBoolean()).isFalse();
        assertThat(cookie.get("transportInfo").get("peer").AsString()).isEqualTo("tcp4:127.0.0.1");
        assertThat(cookie.get("authextra").get("devices").AsInt32()).isEqualTo(3);
        for (String unset : List.of("authenticated", "authenticatedOnNode", "joinedAt", "authrole", "authrealm")) {
            CBORObject value = cookie.get(unset);
            assertThat(value == null || value.isNull()).as(unset).isTrue();
        }
    }

    @Test
    void row14_one_of_seventeen_fields_is_read_without_the_others_and_without_a_schema_file(@TempDir Path folder) {
        FlatBuffersType<Cookie> type = ValueTypes.flatBuffers(Cookie.class);
        String table = type.schema("x")
                .lines()
                .dropWhile(line -> !line.startsWith("table Cookie "))
                .takeWhile(line -> !line.startsWith("}"))
                .collect(Collectors.joining("\n"));
        assertThat(table.lines().skip(1)).hasSize(17);
        MapDescriptor<Long, FlatView<Cookie>> views = map(KeyTypes.int64(), type.views());
        MapDescriptor<Long, Cookie> wholes = map(KeyTypes.int64(), type);
        FlatField<Cookie, Integer> maxAge = type.field("maxAge", Integer.class);
        Cookie large = Cookie.sample();
        large.maxAge = 17;
        large.value = "x".repeat(20_000);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(views)) {
            database.write(tx -> tx.map(views).put(1L, type.viewOf(large)));
            long one = allocated(
                    database, tx -> requireNonNull(tx.map(views).get(1L)).getInt(maxAge));
            assertThat(one).isLessThan(5_000);
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(wholes)) {
            long whole = allocated(database, tx -> requireNonNull(tx.map(wholes).get(1L)).maxAge);
            assertThat(whole).isGreaterThan(20_000);
        }
    }

    /** Returns how many bytes this thread makes for one read of 17. */
    private static long allocated(LmdbDatabase database, Function<LmdbTransaction, Integer> read) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        return database.<Long>read(tx -> {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 20; i++) {
                long before = threads.getThreadAllocatedBytes(thread);
                int found = read.apply(tx);
                least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
                assertThat(found).isEqualTo(17);
            }
            return least;
        });
    }

    /** A value. */
    static class Before {
        long id = 5;
        String name = "old";
    }

    /** The value with properties more. */
    static class After {
        long id;
        String name = "";
        int added = 7;

        @Nullable
        String more;
    }

    @Test
    void row14_an_added_field_reads_old_rows_with_its_default(@TempDir Path folder) {
        MapDescriptor<Long, Before> before = map(KeyTypes.int64(), ValueTypes.flatBuffers(Before.class));
        MapDescriptor<Long, After> after = map(KeyTypes.int64(), ValueTypes.flatBuffers(After.class));
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(before)) {
            database.write(tx -> tx.map(before).put(1L, new Before()));
        }
        byte[] stored = rows(folder).firstEntry().getValue();
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(after)) {
            After read = database.<After>read(tx -> tx.map(after).get(1L));
            assertThat(read.id).isEqualTo(5);
            assertThat(read.name).isEqualTo("old");
            assertThat(read.added).isEqualTo(7);
            assertThat(read.more).isNull();
        }
        assertThat(rows(folder).firstEntry().getValue()).isEqualTo(stored);
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            assertThatThrownBy(() -> database.open(before)).hasMessageContaining("DORM1102");
        }
    }

    @Test
    void row15_a_thousand_doubles_bit_by_bit(@TempDir Path folder) {
        MapDescriptor<Long, double[]> map = map(KeyTypes.int64(), ValueTypes.doubles());
        long[] bits = new Random(15).longs(1000).toArray();
        bits[0] = 0x7ff8000000000123L;
        bits[1] = Double.doubleToRawLongBits(-0.0);
        double[] numbers =
                Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> tx.map(map).put(1L, numbers));
            double[] read = database.<double[]>read(tx -> tx.map(map).get(1L));
            assertThat(Arrays.stream(read).mapToLong(Double::doubleToRawLongBits))
                    .containsExactlyElementsOf(Arrays.stream(numbers)
                            .mapToLong(Double::doubleToRawLongBits)
                            .boxed()
                            .toList());
        }
        ByteBuffer content =
                ByteBuffer.wrap(content(rows(folder).firstEntry().getValue())).order(ByteOrder.LITTLE_ENDIAN);
        long[] stored = new long[1000];
        content.asLongBuffer().get(stored);
        assertThat(content.capacity()).isEqualTo(8000);
        assertThat(stored)
                .isEqualTo(Arrays.stream(numbers)
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray());
    }

    private static byte numbered(MapCompression compression) {
        return switch (compression) {
            case NONE -> 0;
            case ZLIB -> 1;
            case SNAPPY -> 2;
            case ZSTD -> 3;
        };
    }

    @ParameterizedTest
    @EnumSource(MapCompression.class)
    void row16_indexes_work_on_compressed_rows(MapCompression compression, @TempDir Path folder) {
        MapIndex<Long, Cookie, String> byName = MapIndex.of("by_name", KeyTypes.string(), cookie -> cookie.name);
        MapDescriptor<Long, Cookie> plain =
                map(KeyTypes.int64(), ValueTypes.cbor(Cookie.class)).with(byName);
        MapDescriptor<Long, Cookie> map = plain.compressed(compression);
        Cookie cookie = Cookie.sample();
        cookie.value = "crumbs ".repeat(300);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(plain)) {
            database.write(tx -> tx.map(plain).put(2L, cookie));
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> tx.map(map).put(1L, cookie));
            cookie.name = "renamed";
            database.write(tx -> tx.map(map).put(1L, cookie));
            database.rebuild(map, byName);
            assertThat(database.<Object>read(tx -> tx.map(map).by(byName).get("renamed")))
                    .isEqualTo(cookie);
            assertThat(database.<Long>read(tx -> tx.map(map).by(byName).getKey("cbtid")))
                    .isEqualTo(2);
            assertThat(database.verify().problems()).isEmpty();
        }
        NavigableMap<byte[], byte[]> stored = rows(folder);
        assertThat(stored.firstEntry().getValue()[1]).isEqualTo(numbered(compression));
        assertThat(stored.firstEntry().getValue().length < 1000).isEqualTo(compression != MapCompression.NONE);
        assertThat(stored.lastEntry().getValue()[1]).as("the old row").isZero();
    }
}
