package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.row.MapChange;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation of a map, in a transaction that holds the writer and in one that buffers. */
class TypedMapTest {

    private static final MapDescriptor<String, Long> STOCK =
            MapDescriptor.of("stock", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0001", KeyTypes.string(), ValueTypes.int64());
    private static final MapDescriptor<Long, String> NAMES =
            MapDescriptor.of("names", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0002", KeyTypes.int64(), ValueTypes.string());

    private final LmdbDatabase database =
            LmdbDatabase.builder().temporary().open().open(STOCK, NAMES);

    /** The ways to write. */
    enum Way {
        EXCLUSIVE((database, work) -> database.write(work)),
        BUFFERED((database, work) -> database.writeBuffered(work));

        private final BiConsumer<LmdbDatabase, java.util.function.Consumer<LmdbTransaction>> write;

        Way(BiConsumer<LmdbDatabase, java.util.function.Consumer<LmdbTransaction>> write) {
            this.write = write;
        }

        void write(LmdbDatabase database, java.util.function.Consumer<LmdbTransaction> work) {
            write.accept(database, work);
        }
    }

    @AfterEach
    void close() {
        assertThat(database.verify().problems()).isEmpty();
        database.close();
    }

    private List<Row<String, Long>> stock() {
        return database.read(tx -> tx.map(STOCK).select().list());
    }

    private List<Row<Long, String>> names() {
        return database.read(tx -> tx.map(NAMES).select().list());
    }

    @ParameterizedTest
    @EnumSource
    void puts_replaces_and_removes(Way way) {
        way.write(database, tx -> {
            TypedMap<String, Long> stock = tx.map(STOCK);
            stock.put("apples", 3L);
            assertThat(stock.get("apples")).isEqualTo(3);
            assertThat(stock.putIfAbsent("apples", 9L)).isEqualTo(3);
            assertThat(stock.putIfAbsent("pears", 5L)).isNull();
            assertThat(stock.replace("plums", 1L)).isFalse();
            assertThat(stock.replace("pears", 6L)).isTrue();
            assertThat(stock.getAndPut("pears", 7L)).isEqualTo(6);
            assertThat(stock.merge("pears", 1L, Long::sum)).isEqualTo(8);
            assertThat(stock.merge("plums", 1L, Long::sum)).isEqualTo(1);
            stock.putAll(Map.of("figs", 2L));
            assertThat(stock.count()).isEqualTo(4);
            assertThat(stock.containsKey("figs")).isTrue();
            assertThat(stock.remove("figs")).isTrue();
            assertThat(stock.remove("figs")).isFalse();
            assertThat(stock.getAndRemove("plums")).isEqualTo(1);
            assertThat(stock.getAndRemove("plums")).isNull();
            assertThat(stock.count()).isEqualTo(2);
        });
        assertThat(stock()).containsExactly(new Row<>("apples", 3L), new Row<>("pears", 8L));
    }

    @ParameterizedTest
    @EnumSource
    void selects_over_own_and_committed_rows(Way way) {
        database.write(
                tx -> LongStream.of(-5, 0, 1, 3, 7).forEach(n -> tx.map(NAMES).put(n, "old " + n)));
        way.write(database, tx -> {
            TypedMap<Long, String> names = tx.map(NAMES);
            names.put(2L, "new 2");
            names.put(3L, "new 3");
            names.remove(1L);
            names.remove(7L);
            names.put(9L, "new 9");
            assertThat(names.select().keys()).containsExactly(-5L, 0L, 2L, 3L, 9L);
            assertThat(names.select().reverse().keys()).containsExactly(9L, 3L, 2L, 0L, -5L);
            assertThat(names.select().from(0L).to(3L).values()).containsExactly("old 0", "new 2");
            assertThat(names.select().from(0L).to(3L).reverse().keys()).containsExactly(2L, 0L);
            assertThat(names.select().to(0L).keys()).containsExactly(-5L);
            assertThat(names.select().from(4L).limit(0).keys()).isEmpty();
            assertThat(names.select().limit(2).rows())
                    .containsExactly(new Row<>(-5L, "old -5"), new Row<>(0L, "old 0"));
            assertThat(names.select().to(3L).reverse().first()).contains(new Row<>(2L, "new 2"));
            assertThat(names.count(-5L, 2L)).isEqualTo(2);
            assertThat(names.count()).isEqualTo(5);
        });
        assertThat(names()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void honours_empty_bounds_and_prefixes(Way way) {
        way.write(database, tx -> Stream.of("", "\0", "a", "ab", "abc", "b", "c\0d")
                .forEach(key -> tx.map(STOCK).put(key, (long) key.length())));
        database.read(tx -> {
            TypedMap<String, Long> stock = tx.map(STOCK);
            assertThat(stock.select().keys()).containsExactly("", "\0", "a", "ab", "abc", "b", "c\0d");
            assertThat(stock.select().to("").keys()).isEmpty();
            assertThat(stock.select().from("").limit(1).keys()).containsExactly("");
            assertThat(stock.select()
                            .prefix(KeyTypes.string().startingWith("ab"))
                            .keys())
                    .containsExactly("ab", "abc");
            assertThat(stock.count(KeyTypes.string().startingWith("a"))).isEqualTo(3);
            assertThat(stock.count(KeyTypes.string().startingWith(""))).isEqualTo(7);
            assertThat(stock.select().at("a").keys()).containsExactly("a");
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource
    void writes_while_it_selects(Way way) {
        database.write(
                tx -> LongStream.range(0, 1000).forEach(n -> tx.map(NAMES).put(n, "x".repeat((int) n))));
        way.write(database, tx -> {
            TypedMap<Long, String> names = tx.map(NAMES);
            names.select().keys().filter(n -> n % 2 == 0).forEach(names::remove);
            names.select().reverse().rows().forEach(row -> names.put(row.key(), row.value() + "!"));
        });
        database.read(tx -> {
            assertThat(tx.map(NAMES).select().rows())
                    .hasSize(500)
                    .allMatch(row -> row.key() % 2 == 1 && row.value().length() == row.key() + 1);
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource
    void truncates(Way way) {
        database.write(tx -> LongStream.range(0, 100).forEach(n -> tx.map(NAMES).put(n, "x")));
        way.write(database, tx -> {
            tx.map(NAMES).put(100L, "y");
            assertThat(tx.map(NAMES).truncate()).isEqualTo(101);
            assertThat(tx.map(NAMES).isEmpty()).isTrue();
            tx.map(NAMES).put(1L, "z");
        });
        assertThat(names()).containsExactly(new Row<>(1L, "z"));
    }

    @ParameterizedTest
    @EnumSource
    void appends_in_order_only(Way way) {
        way.write(database, tx -> tx.map(NAMES).append(LongStream.range(0, 1000).mapToObj(n -> new Row<>(n, "n" + n))));
        assertThatThrownBy(() -> way.write(database, tx -> tx.map(NAMES).append(Stream.of(new Row<>(500L, "late")))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM1120")
                .hasMessageContaining("500");
        assertThat(names()).hasSize(1000);
    }

    @ParameterizedTest
    @EnumSource
    void tells_what_changed(Way way) {
        database.write(tx -> tx.map(STOCK).put("apples", 1L));
        way.write(database, tx -> {
            TypedMap<String, Long> stock = tx.map(STOCK);
            stock.put("before", 0L);
            MapWatch<String, Long> watch = stock.watch();
            stock.put("apples", 2L);
            stock.put("pears", 3L);
            stock.remove("apples");
            assertThat(watch.changes())
                    .containsExactly(
                            new MapChange<>("apples", 1L, 2L),
                            new MapChange<>("pears", null, 3L),
                            new MapChange<>("apples", 2L, null));
        });
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_long_key_before_it_writes(Way way) {
        String longest = "x".repeat(510);
        way.write(database, tx -> {
            tx.map(STOCK).put(longest, 1L);
            assertThatThrownBy(() -> tx.map(STOCK).put(longest + "x", 1L))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM1108")
                    .hasMessageContaining("512 bytes");
            assertThat(tx.map(STOCK).get(longest + "x")).isNull();
        });
        assertThat(stock()).hasSize(1);
    }

    @Test
    void a_buffered_transaction_fails_over_a_row_that_changed() {
        database.write(tx -> tx.map(STOCK).put("apples", 1L));
        try (LmdbTransaction mine = database.beginBuffered()) {
            mine.map(STOCK).merge("apples", 10L, Long::sum);
            mine.map(STOCK).put("pears", 1L);
            inAnotherThread(() -> database.write(tx -> tx.map(STOCK).merge("apples", 5L, Long::sum)));
            assertThatThrownBy(mine::commit)
                    .isInstanceOf(dev.dormouse.store.StaleRecordException.class)
                    .hasMessageContaining("stock");
        }
        assertThat(stock()).containsExactly(new Row<>("apples", 6L));
    }

    @Test
    void a_buffered_transaction_loses_no_update_between_reading_and_writing() {
        database.write(tx -> tx.map(STOCK).put("apples", 1L));
        try (LmdbTransaction mine = database.beginBuffered()) {
            Long read = mine.map(STOCK).get("apples");
            inAnotherThread(() -> database.write(tx -> tx.map(STOCK).put("apples", 6L)));
            mine.map(STOCK).put("apples", read == null ? 0 : read + 10);
            assertThatThrownBy(mine::commit).isInstanceOf(dev.dormouse.store.StaleRecordException.class);
        }
        assertThat(stock()).containsExactly(new Row<>("apples", 6L));
    }

    static void inAnotherThread(Runnable work) {
        java.util.concurrent.CompletableFuture.runAsync(work).join();
    }
}
