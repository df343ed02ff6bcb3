package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, schemas, transactions and the care of a database. */
class LmdbDatabaseTest {

    private static final String UUID_ONE = "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0011";
    private static final MapDescriptor<Long, String> NAMES =
            MapDescriptor.of("names", UUID_ONE, KeyTypes.int64(), ValueTypes.string());

    /** A thread for each task: tasks wait for one another. */
    private static final Executor ELSEWHERE = task -> new Thread(task).start();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private LmdbDatabase open() {
        return LmdbDatabase.open(folder).open(NAMES);
    }

    private static List<Row<Long, String>> rows(LmdbDatabase database) {
        return database.read(tx -> tx.map(NAMES).select().list());
    }

    // ---------------------------------------------------------------- schemas

    @Test
    void a_renamed_map_keeps_its_rows() {
        try (LmdbDatabase database = open()) {
            database.write(tx -> tx.map(NAMES).put(1L, "one"));
        }
        MapDescriptor<Long, String> renamed = NAMES.named("titles");
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(renamed)) {
            assertThat(database.<String>read(tx -> tx.map(renamed).get(1L))).isEqualTo("one");
            assertThat(database.stats().map("titles").rows()).isEqualTo(1);
        }
    }

    @Test
    void two_maps_with_one_uuid_are_refused_with_both_names() {
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            assertThatThrownBy(() -> database.open(NAMES, NAMES.named("titles")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM1101")
                    .hasMessageContaining("names")
                    .hasMessageContaining("titles");
            assertThat(database.stats().maps()).isEmpty();
        }
    }

    @Test
    void a_changed_type_is_refused_with_both_names() {
        open().close();
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            assertThatThrownBy(() ->
                            database.open(MapDescriptor.of("titles", UUID_ONE, KeyTypes.string(), ValueTypes.string())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM1102")
                    .hasMessageContaining("'names'")
                    .hasMessageContaining("'titles'")
                    .hasMessageContaining("key type");
            assertThatThrownBy(() ->
                            database.open(MapDescriptor.of("names", UUID_ONE, KeyTypes.int64(), ValueTypes.int64())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("value type");
        }
    }

    @Test
    void a_newer_value_is_refused() {
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(NAMES.version(2))) {
            database.write(tx -> tx.map(NAMES).put(1L, "newer"));
        }
        try (LmdbDatabase database = open()) {
            assertThatThrownBy(() -> rows(database)).hasMessageContaining("DORM1100");
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(NAMES.version(3))) {
            assertThat(rows(database)).hasSize(1);
        }
    }

    @Test
    void values_of_another_compression_stay_readable() {
        String text = "abc".repeat(1000);
        long next = 0;
        for (MapCompression compression : MapCompression.values()) {
            long key = next++;
            try (LmdbDatabase database = LmdbDatabase.open(folder).open(NAMES.compressed(compression))) {
                database.write(tx -> tx.map(NAMES).put(key, text));
            }
        }
        try (LmdbDatabase database = open()) {
            assertThat(database.<List<String>>read(
                            tx -> tx.map(NAMES).select().values().toList()))
                    .hasSize(4)
                    .allMatch(text::equals);
            assertThat(database.verify().problems()).isEmpty();
        }
    }

    /** A schema of 43 maps. */
    private static final class Many extends MapSchema {

        private final List<MapDescriptor<Long, String>> all = IntStream.range(0, 43)
                .mapToObj(n ->
                        declare(MapDescriptor.of("map " + n, new UUID(7, n), KeyTypes.int64(), ValueTypes.string())))
                .toList();
    }

    @Test
    void a_schema_of_43_maps_opens_at_once() {
        Many schema = new Many();
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(schema)) {
            database.write(tx -> schema.all.forEach(map -> tx.map(map).put(1L, map.name())));
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(new Many())) {
            assertThat(schema.maps()).hasSize(43).allSatisfy(map -> assertThat(
                            database.stats().map(map.name()).rows())
                    .isEqualTo(1));
            schema.all.forEach(map ->
                    assertThat(database.<String>read(tx -> tx.map(map).get(1L))).isEqualTo(map.name()));
        }
    }

    @Test
    void a_dropped_map_is_gone_and_its_uuid_is_free() {
        try (LmdbDatabase database = open()) {
            database.write(tx -> tx.map(NAMES).put(1L, "one"));
            database.drop(NAMES);
            assertThat(database.stats().maps()).isEmpty();
            assertThatThrownBy(() -> rows(database)).hasMessageContaining("DORM1104");
            MapDescriptor<String, Long> other =
                    MapDescriptor.of("other", UUID_ONE, KeyTypes.string(), ValueTypes.int64());
            database.open(other);
            assertThat(database.<Long>read(tx -> tx.map(other).count())).isZero();
        }
    }

    // ---------------------------------------------------------------- transactions

    @Test
    void an_exception_means_that_nothing_is_written() {
        try (LmdbDatabase database = open()) {
            assertThatThrownBy(() -> database.write(tx -> {
                        tx.map(NAMES).put(1L, "one");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThatThrownBy(() -> database.writeBuffered(tx -> {
                        tx.map(NAMES).put(1L, "one");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            try (LmdbTransaction tx = database.beginWrite()) {
                tx.map(NAMES).put(2L, "two");
            }
            assertThat(rows(database)).isEmpty();
        }
    }

    @Test
    void a_nested_write_is_undone_alone() {
        try (LmdbDatabase database = open()) {
            for (boolean buffered : new boolean[] {false, true}) {
                try (LmdbTransaction tx = buffered ? database.beginBuffered() : database.beginWrite()) {
                    tx.map(NAMES).truncate();
                    tx.map(NAMES).put(1L, "one");
                    assertThatThrownBy(() -> tx.nested(inner -> {
                                inner.map(NAMES).put(2L, "two");
                                inner.map(NAMES).remove(1L);
                                inner.nested(innermost -> innermost.map(NAMES).put(3L, "three"));
                                assertThat(inner.map(NAMES).count()).isEqualTo(2);
                                assertThatThrownBy(() -> tx.map(NAMES).get(1L)).hasMessageContaining("DORM1115");
                                throw new IllegalStateException("back");
                            }))
                            .hasMessage("back");
                    tx.nested(inner -> inner.map(NAMES).put(4L, "four"));
                    tx.commit();
                }
                assertThat(rows(database)).containsExactly(new Row<>(1L, "one"), new Row<>(4L, "four"));
            }
        }
    }

    @Test
    void misuse_is_an_error() throws Exception {
        try (LmdbDatabase database = open()) {
            database.write(
                    tx -> LongStream.range(0, 10).forEach(n -> tx.map(NAMES).put(n, "x")));
            List<TypedMap<Long, String>> leaked = new ArrayList<>();
            List<java.util.Iterator<Long>> iterators = new ArrayList<>();
            database.write(tx -> {
                leaked.add(tx.map(NAMES));
                iterators.add(tx.map(NAMES).select().keys().iterator());
                iterators.get(0).next();
            });
            database.read(tx -> {
                leaked.add(tx.map(NAMES));
                iterators.add(tx.map(NAMES).select().keys().iterator());
                assertThatThrownBy(() -> tx.map(NAMES).put(1L, "no")).hasMessageContaining("DORM1116");
                assertThatThrownBy(tx::nested).hasMessageContaining("DORM1116");
                assertThatThrownBy(() ->
                                TypedMapTest.inAnotherThread(() -> tx.map(NAMES).get(1L)))
                        .hasMessageContaining("DORM1113");
                return null;
            });
            leaked.forEach(map -> assertThatThrownBy(() -> map.get(1L)).hasMessageContaining("DORM1114"));
            iterators.forEach(iterator -> assertThatThrownBy(iterator::next).hasMessageContaining("DORM1114"));
            database.write(tx -> assertThatThrownBy(database::beginWrite).hasMessageContaining("DORM0824"));
            LmdbTransaction ended = database.beginWrite();
            ended.commit();
            assertThatThrownBy(ended::commit).hasMessageContaining("DORM1114");
            ended.close();
            assertThatThrownBy(() -> database.read(tx -> tx.map(NAMES.named("other"))))
                    .hasMessageContaining("DORM1101");
        }
        assertThatThrownBy(() -> open().open(NAMES.named("x"))).hasMessageContaining("DORM1101");
        LmdbDatabase.open(folder).close();
    }

    @Test
    void a_reader_takes_no_lock_of_the_writer_and_sees_one_state() throws Exception {
        try (LmdbDatabase database = open()) {
            database.write(tx -> tx.map(NAMES).put(1L, "one"));
            try (LmdbTransaction writer = database.beginWrite()) {
                writer.map(NAMES).put(1L, "changed");
                CompletableFuture<String> other = CompletableFuture.supplyAsync(
                        () -> database.read(tx -> tx.map(NAMES).get(1L)), ELSEWHERE);
                assertThat(other.join()).isEqualTo("one");
                try (LmdbTransaction reader = database.beginRead()) {
                    writer.commit();
                    assertThat(reader.map(NAMES).get(1L)).isEqualTo("one");
                }
            }
            assertThat(rows(database)).containsExactly(new Row<>(1L, "changed"));
        }
    }

    @Test
    void balances_add_up_under_contention() {
        try (LmdbDatabase database = open()) {
            MapDescriptor<Long, Long> accounts =
                    MapDescriptor.of("accounts", new UUID(1, 1), KeyTypes.int64(), ValueTypes.int64());
            database.open(accounts);
            database.write(
                    tx -> LongStream.range(0, 4).forEach(n -> tx.map(accounts).put(n, 1000L)));
            List<CompletableFuture<Void>> threads = IntStream.range(0, 8)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> transfer(database, accounts, n), ELSEWHERE))
                    .toList();
            threads.forEach(CompletableFuture::join);
            assertThat(database.<Long>read(tx -> tx.map(accounts)
                            .select()
                            .values()
                            .mapToLong(Long::longValue)
                            .sum()))
                    .isEqualTo(4000);
        }
    }

    private static void transfer(LmdbDatabase database, MapDescriptor<Long, Long> accounts, int thread) {
        for (int i = 0; i < 50; i++) {
            long from = (thread + (long) i) % 4;
            long to = (thread + 3L * i + 1) % 4;
            if (i % 2 == 0) {
                database.write(tx -> move(tx.map(accounts), from, to));
            } else {
                retried(() -> database.writeBuffered(tx -> move(tx.map(accounts), from, to)));
            }
        }
    }

    private static void move(TypedMap<Long, Long> accounts, long from, long to) {
        accounts.merge(from, -1L, Long::sum);
        accounts.merge(to, 1L, Long::sum);
    }

    private static void retried(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (dev.dormouse.store.StaleRecordException e) {
                // Somebody was faster.
            }
        }
    }

    @Test
    void a_map_that_is_full_grows_and_the_work_is_done_again() {
        try (LmdbDatabase database = LmdbDatabase.builder()
                .path(folder)
                .sizeLimit(1 << 20, 1 << 26)
                .open()
                .open(NAMES)) {
            String text = "x".repeat(1000);
            database.write(
                    tx -> LongStream.range(0, 5000).forEach(n -> tx.map(NAMES).put(n, text)));
            assertThat(database.stats().map("names").rows()).isEqualTo(5000);
            assertThatThrownBy(() -> database.write(tx -> LongStream.range(0, 100_000)
                            .forEach(n -> tx.map(NAMES).put(n, text))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0813");
            assertThat(database.stats().map("names").rows()).isEqualTo(5000);
            database.write(tx -> tx.map(NAMES).put(-1L, "still works"));
            assertThat(database.verify().problems()).isEmpty();
        }
    }

    @Test
    void an_explicit_transaction_over_a_full_map_fails_whole() {
        try (LmdbDatabase database =
                LmdbDatabase.builder().path(folder).sizeLimit(1 << 20).open().open(NAMES)) {
            database.write(tx -> tx.map(NAMES).put(1L, "one"));
            String text = "x".repeat(100_000);
            try (LmdbTransaction tx = database.beginWrite()) {
                assertThatThrownBy(() -> LongStream.range(0, 100)
                                .forEach(n -> tx.map(NAMES).put(n, text)))
                        .hasMessageContaining("DORM1118");
                assertThatThrownBy(tx::commit).isInstanceOf(StoreException.class);
            }
            assertThat(rows(database)).containsExactly(new Row<>(1L, "one"));
        }
    }

    @Test
    void an_interrupted_thread_loses_nothing() {
        try (LmdbDatabase database = open()) {
            Thread.currentThread().interrupt();
            database.writeBuffered(tx -> tx.map(NAMES).put(1L, "one"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(rows(database)).hasSize(1);
        }
    }

    // ---------------------------------------------------------------- closing and care

    @Test
    void closing_waits_for_other_threads_and_refuses_its_own() throws Exception {
        LmdbDatabase database = open();
        LmdbTransaction own = database.beginRead();
        assertThatThrownBy(database::close).hasMessageContaining("DORM1119");
        own.close();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        database.write(
                tx -> LongStream.range(0, 1000).forEach(n -> tx.map(NAMES).put(n, "x")));
        CompletableFuture<Long> reader = CompletableFuture.supplyAsync(
                () -> database.read(tx -> {
                    var keys = tx.map(NAMES).select().keys().iterator();
                    begun.countDown();
                    long count = 0;
                    while (keys.hasNext()) {
                        keys.next();
                        if (count++ == 0) {
                            await(closing);
                        }
                    }
                    return count;
                }),
                ELSEWHERE);
        begun.await();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(database::close, ELSEWHERE);
        while (isOpen(database)) {
            Thread.onSpinWait();
        }
        closing.countDown();
        assertThat(reader.join()).isEqualTo(1000);
        closed.join();
        LmdbDatabase.scratch(folder);
        assertThat(folder).isEmptyDirectory();
    }

    private static boolean isOpen(LmdbDatabase database) {
        try {
            database.beginRead().close();
            return true;
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("DORM0821");
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_backup_is_consistent_while_others_write() throws Exception {
        Path copy = folder.resolve("copy");
        Path compact = folder.resolve("compact");
        try (LmdbDatabase database = LmdbDatabase.open(folder.resolve("data")).open(NAMES)) {
            database.write(
                    tx -> LongStream.range(0, 20_000).forEach(n -> tx.map(NAMES).put(n, "x")));
            database.write(tx ->
                    LongStream.range(5000, 20_000).forEach(n -> tx.map(NAMES).remove(n)));
            CompletableFuture<Void> writer = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < 50; i++) {
                            database.write(tx -> {
                                tx.map(NAMES).put(-1L, "a");
                                tx.map(NAMES).put(-2L, "b");
                            });
                            database.write(tx -> {
                                tx.map(NAMES).remove(-1L);
                                tx.map(NAMES).remove(-2L);
                            });
                        }
                    },
                    ELSEWHERE);
            database.backup(copy);
            database.compact(compact);
            writer.join();
            assertThatThrownBy(() -> database.backup(copy)).hasMessageContaining("DORM1126");
        }
        assertThat(Files.size(compact.resolve("data.mdb"))).isLessThan(Files.size(copy.resolve("data.mdb")));
        for (Path each : List.of(copy, compact)) {
            try (LmdbDatabase database = LmdbDatabase.open(each).open(NAMES)) {
                assertThat(database.verify().problems()).isEmpty();
                assertThat(rows(database).size()).isIn(5000, 5002);
            }
        }
    }

    @Test
    void statistics_count_pages_and_rows() {
        try (LmdbDatabase database = open()) {
            database.write(
                    tx -> LongStream.range(0, 20_000).forEach(n -> tx.map(NAMES).put(n, "some text " + n)));
            DatabaseStatistics full = database.stats();
            MapStatistics names = full.map("names");
            assertThat(names.rows()).isEqualTo(20_000);
            assertThat(names.depth()).isGreaterThan(1);
            assertThat(names.bytes()).isGreaterThan(20_000 * 26).isLessThan(20_000 * 120);
            assertThat(full.usedPages() + full.freePages()).isEqualTo(full.filePages());
            assertThat(full.usedPages()).isGreaterThan(names.pages());
            database.write(tx -> tx.map(NAMES).truncate());
            DatabaseStatistics empty = database.stats();
            assertThat(empty.usedPages()).isLessThan(20);
            assertThat(empty.freePages()).isGreaterThan(names.pages() / 2);
            assertThat(empty.free()).isGreaterThan(0.99);
        }
    }

    @Test
    void permissions_are_those_asked_for() throws Exception {
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rw-------");
        Path secret = folder.resolve("secret");
        try (LmdbDatabase database =
                LmdbDatabase.builder().path(secret).permissions(own).open().open(NAMES)) {
            database.write(tx -> tx.map(NAMES).put(1L, "one"));
            assertThat(Files.getPosixFilePermissions(secret.resolve("data.mdb")))
                    .isEqualTo(own);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_reading_database_refuses_changes() {
        open().close();
        try (LmdbDatabase database =
                LmdbDatabase.builder().path(folder).readOnly().open().open(NAMES)) {
            assertThat(rows(database)).isEmpty();
            assertThatThrownBy(database::beginWrite).hasMessageContaining("DORM0812");
            assertThatThrownBy(database::beginBuffered).hasMessageContaining("DORM0812");
        }
    }

    @Test
    void a_temporary_database_leaves_nothing() {
        LmdbDatabase database = LmdbDatabase.builder().temporary().open().open(NAMES);
        Path path = database.path();
        database.write(tx -> tx.map(NAMES).put(1L, "one"));
        assertThat(path).exists();
        database.close();
        assertThat(path).doesNotExist();
    }
}
