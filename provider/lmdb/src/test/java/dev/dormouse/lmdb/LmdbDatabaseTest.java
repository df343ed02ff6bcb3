package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.care.DatabaseStatistics;
import dev.dormouse.lmdb.care.MapStatistics;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapCompression;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapSchema;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which maps a database opens, how it is cared for, and how it ends. */
class LmdbDatabaseTest extends NamesDatabase {

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
