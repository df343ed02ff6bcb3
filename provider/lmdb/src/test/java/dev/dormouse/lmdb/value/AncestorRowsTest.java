package dev.dormouse.lmdb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.MapCompression;
import dev.dormouse.lmdb.MapDescriptor;
import dev.dormouse.lmdb.MapIndex;
import dev.dormouse.lmdb.guide.RawStore;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple2;
import dev.dormouse.lmdb.key.Tuple2Key;
import dev.dormouse.store.type.ValueOrder;
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
import java.util.stream.Stream;
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
                ValueTypes.json(Cookie.class), ValueTypes.cbor(Cookie.class), ValueTypes.flatBuffers(Cookie.class));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void row13_one_model_in_every_format(ValueType<Cookie> type, @TempDir Path folder) {
        MapDescriptor<Long, Cookie> map = map(KeyTypes.int64(), type);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> tx.map(map).put(1L, Cookie.sample()));
            assertThat(database.<Object>read(tx -> tx.map(map).get(1L))).isEqualTo(Cookie.sample());
        }
        byte[] content = content(rows(folder).firstEntry().getValue());
        if (type.name().equals("cbor")) {
            assertThat(CBORObject.DecodeFromBytes(content).get("authid").AsString())
                    .isEqualTo("oberstet");
        }
        assertThat(content[0]).as("no Java serialization").isNotEqualTo((byte) 0xAC);
    }

    @Test
    void row14_seventeen_fields_without_a_schema_file(@TempDir Path folder) {
        FlatBuffersType<Cookie> type = ValueTypes.flatBuffers(Cookie.class);
        assertThat(type.schema("x").lines().filter(line -> line.startsWith("  ") && !line.contains("key:")))
                .hasSizeGreaterThanOrEqualTo(17);
        MapDescriptor<Long, FlatView<Cookie>> map = map(KeyTypes.int64(), type.views());
        FlatField<Cookie, Integer> maxAge = type.field("maxAge", Integer.class);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> tx.map(map).put(1L, type.viewOf(Cookie.sample())));
            long sum = database.read(tx -> {
                FlatView<Cookie> view = tx.map(map).get(1L);
                return view == null ? -1L : view.getInt(maxAge);
            });
            assertThat(sum).isZero();
        }
    }

    @Test
    void row15_a_thousand_doubles_bit_by_bit(@TempDir Path folder) {
        MapDescriptor<Long, double[]> map = map(KeyTypes.int64(), ValueTypes.doubles());
        double[] numbers =
                new Random(15).longs(1000).mapToDouble(Double::longBitsToDouble).toArray();
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> tx.map(map).put(1L, numbers));
            assertThat(database.<Object>read(tx -> tx.map(map).get(1L))).isEqualTo(numbers);
        }
        assertThat(content(rows(folder).firstEntry().getValue())).hasSize(8000);
    }

    @ParameterizedTest
    @EnumSource(MapCompression.class)
    void row16_indexes_work_on_compressed_rows(MapCompression compression, @TempDir Path folder) {
        MapIndex<Long, Cookie, String> byName = MapIndex.of("by_name", KeyTypes.string(), cookie -> cookie.name);
        MapDescriptor<Long, Cookie> map = map(KeyTypes.int64(), ValueTypes.cbor(Cookie.class))
                .with(byName)
                .compressed(compression);
        Cookie cookie = Cookie.sample();
        cookie.value = "crumbs ".repeat(300);
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(map)) {
            database.write(tx -> tx.map(map).put(1L, cookie));
            cookie.name = "renamed";
            database.write(tx -> tx.map(map).put(1L, cookie));
            database.rebuild(map, byName);
            assertThat(database.<Object>read(tx -> tx.map(map).by(byName).get("renamed")))
                    .isEqualTo(cookie);
            assertThat(database.<Object>read(tx -> tx.map(map).by(byName).get("cbtid")))
                    .isNull();
            assertThat(database.verify().problems()).isEmpty();
        }
        int size = rows(folder).firstEntry().getValue().length;
        assertThat(size < 1000).isEqualTo(compression != MapCompression.NONE);
    }
}
