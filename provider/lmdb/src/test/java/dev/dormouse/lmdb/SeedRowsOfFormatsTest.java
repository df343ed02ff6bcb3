package dev.dormouse.lmdb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.key.Tuple3Key;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.FlatBuffersType;
import dev.dormouse.lmdb.value.FlatField;
import dev.dormouse.lmdb.value.FlatView;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows of the ancestor that are about keys and values: their bytes, their order, what comes back. */
class SeedRowsOfFormatsTest extends SeedRows {

    private static final UUID ONES = new UUID(-1, -1);

    @Test
    void row03_keys_of_every_kind_keep_their_bytes() {
        MapDescriptor<UUID, String> uuids = map("uuid", KeyTypes.uuid(), ValueTypes.string());
        MapDescriptor<String, String> texts = map("string", KeyTypes.string(), ValueTypes.string());
        MapDescriptor<Long, String> oids = map("oid", KeyTypes.objectId(), ValueTypes.string());
        MapDescriptor<byte[], String> bytes = map("bytes20", KeyTypes.bytes(20), ValueTypes.string());
        MapDescriptor<Instant, String> times = map("ts", KeyTypes.instantNanos(), ValueTypes.string());
        try (LmdbDatabase database = open(uuids, texts, oids, bytes, times)) {
            byte[] full = new byte[20];
            Arrays.fill(full, (byte) 0xFF);
            database.write(tx -> {
                Stream.of(ONES, NIL, new UUID(1, Long.MIN_VALUE))
                        .forEach(key -> tx.map(uuids).put(key, "" + key));
                Stream.of("a\0b", "", "a", "é").forEach(key -> tx.map(texts).put(key, key));
                LongStream.of(1L << 53, 0, 256).forEach(key -> tx.map(oids).put(key, "" + key));
                tx.map(bytes).put(full, "full");
                tx.map(bytes).put(new byte[20], "nil");
                Stream.of("1969-12-31T23:59:59.999999999Z", "1970-01-01T00:00:00Z", "2262-04-11T23:47:16.854775807Z")
                        .forEach(text -> tx.map(times).put(Instant.parse(text), text));
            });
            assertThat(RawMaps.keys(database, uuids))
                    .containsExactly("0".repeat(32), "00000000000000018000000000000000", "f".repeat(32));
            assertThat(RawMaps.keys(database, texts)).containsExactly("00", "6100", "6101016200", "c3a900");
            assertThat(RawMaps.keys(database, oids))
                    .containsExactly("0000000000000000", "0000000000000100", "0020000000000000");
            assertThat(RawMaps.keys(database, bytes)).containsExactly("0".repeat(40), "f".repeat(40));
            assertThat(RawMaps.keys(database, times))
                    .containsExactly("7fffffffffffffff", "8000000000000000", "ffffffffffffffff");
            database.read(tx -> {
                tx.map(uuids).select().forEach(row -> assertThat(row.value()).isEqualTo("" + row.key()));
                tx.map(texts).select().forEach(row -> assertThat(row.value()).isEqualTo(row.key()));
                tx.map(oids).select().forEach(row -> assertThat(row.value()).isEqualTo("" + row.key()));
                tx.map(times).select().forEach(row -> assertThat(row.value())
                        .isEqualTo(row.key().toString()));
                assertThat(tx.map(bytes).get(full)).isEqualTo("full");
                return null;
            });
        }
    }

    /** A key of three parts. */
    record Place(String name, long number, UUID id) {}

    @Test
    void row04_compound_keys_are_in_the_order_of_their_parts() {
        KeyType<Place> type = KeyTypes.tuple(
                Place::new,
                KeyTypes.part(KeyTypes.string(), Place::name),
                KeyTypes.part(KeyTypes.int64(), Place::number),
                KeyTypes.part(KeyTypes.uuid(), Place::id));
        MapDescriptor<Place, Long> places = map("places", type, ValueTypes.int64());
        Random random = new Random(4);
        String[] names = {"", "a", "ab", "a\0", "a\0b", "b", "\uFFFD", "\uD83D\uDC2D"};
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(new Place(
                    names[random.nextInt(names.length)],
                    random.nextInt(3) - 1,
                    new UUID(random.nextLong(), random.nextLong())));
        }
        try (LmdbDatabase database = open(places)) {
            database.write(tx -> all.forEach(place -> tx.map(places).put(place, place.number())));
            List<String> raw = RawMaps.keys(database, places);
            assertThat(raw).hasSize(500).isSorted();
            all.sort(Comparator.comparing(
                            (Place place) -> place.name().codePoints().toArray(), Arrays::compare)
                    .thenComparingLong(Place::number)
                    .thenComparing(place -> place.id().toString()));
            assertThat(database.<List<Place>>read(
                            tx -> tx.map(places).select().keys().toList()))
                    .isEqualTo(all);
            assertThatThrownBy(() -> database.write(tx -> {
                        tx.map(places).put(new Place("fine", 1, NIL), 1L);
                        tx.map(places).put(new Place("x".repeat(600), 1, NIL), 1L);
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("511");
            assertThat(RawMaps.keys(database, places)).isEqualTo(raw);
        }
    }

    /** A key of a time series. */
    record Tick(UUID market, Instant at, long id) {}

    private static final Tuple3Key<Tick, UUID, Instant, Long> TICK = KeyTypes.tuple(
            Tick::new,
            KeyTypes.part(KeyTypes.uuid(), Tick::market),
            KeyTypes.part(KeyTypes.instant(), Tick::at),
            KeyTypes.part(KeyTypes.int64(), Tick::id));

    @Test
    void row05_a_range_of_one_market_has_its_rows_only() {
        MapDescriptor<Tick, String> ticks = map("ticks", TICK, ValueTypes.string());
        UUID low = new UUID(1, 0);
        UUID high = new UUID(0x8000000000000000L, 0);
        Instant start = Instant.parse("1969-12-31T23:59:55Z");
        try (LmdbDatabase database = open(ticks)) {
            database.write(tx -> {
                for (UUID market : List.of(high, low)) {
                    for (int second = 0; second < 10; second++) {
                        tx.map(ticks).put(new Tick(market, start.plusSeconds(second), 7), market + " " + second);
                    }
                    tx.map(ticks).put(new Tick(market, Instant.parse("2262-04-12T00:00:00Z"), 7), market + " far");
                }
            });
            database.read(tx -> {
                TypedMap<Tick, String> map = tx.map(ticks);
                assertThat(map.select()
                                .from(new Tick(low, start.plusSeconds(2), Long.MIN_VALUE))
                                .to(new Tick(low, start.plusSeconds(6), Long.MIN_VALUE))
                                .values())
                        .containsExactly(low + " 2", low + " 3", low + " 4", low + " 5");
                assertThat(map.select().prefix(TICK.startingWith(high)).values())
                        .hasSize(11)
                        .allMatch(text -> text.startsWith(high.toString()))
                        .last()
                        .isEqualTo(high + " far");
                assertThat(map.select()
                                .prefix(TICK.startingWith(low))
                                .to(new Tick(low, Instant.EPOCH, Long.MIN_VALUE))
                                .reverse()
                                .first())
                        .map(Row::value)
                        .contains(low + " 4");
                assertThat(map.select().keys().map(Tick::market).distinct()).containsExactly(low, high);
                return null;
            });
        }
    }

    @Test
    void row14_views_of_several_rows_do_not_disturb_one_another() {
        FlatBuffersType<Cookie> type = ValueTypes.flatBuffers(Cookie.class);
        FlatField<Cookie, Long> created = type.field("created", Long.class);
        MapDescriptor<Long, FlatView<Cookie>> views = map("views", KeyTypes.int64(), type.views());
        try (LmdbDatabase database = open(views)) {
            database.write(tx -> LongStream.range(0, 100)
                    .forEach(n -> tx.map(views).put(n, type.viewOf(new Cookie("v".repeat(200), null, n, 0)))));
            long sum = database.<Long>read(tx -> tx.map(views)
                    .select()
                    .values()
                    .mapToLong(view -> view.getLong(created))
                    .sum());
            assertThat(sum).isEqualTo(4950);
            database.write(
                    tx -> assertThat(requireNonNull(tx.map(views).get(7L)).getLong(created))
                            .isEqualTo(7));
            database.writeBuffered(tx -> {
                FlatView<Cookie> first = requireNonNull(tx.map(views).get(7L));
                FlatView<Cookie> second = requireNonNull(tx.map(views).get(8L));
                assertThat(first.getLong(created)).isEqualTo(7);
                assertThat(second.getLong(created)).isEqualTo(8);
            });
        }
    }
}
