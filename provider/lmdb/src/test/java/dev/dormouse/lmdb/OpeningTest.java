package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to open a database, and files that are none. */
class OpeningTest extends NamesDatabase {

    @ParameterizedTest
    @EnumSource
    void what_is_committed_is_there_after_closing_with_every_durability(MapDurability durability) {
        try (LmdbDatabase database = LmdbDatabase.builder()
                .path(folder)
                .durability(durability)
                .open()
                .open(NAMES)) {
            database.write(tx -> tx.map(NAMES).put(1L, "one"));
            database.flush();
        }
        assertThat(LmdbDatabase.verify(folder, NAMES).problems()).isEmpty();
        try (LmdbDatabase database = open()) {
            assertThat(rows(database)).containsExactly(new Row<>(1L, "one"));
        }
    }

    @Test
    void a_database_that_writes_into_its_memory_map_has_no_nested_transactions() throws IOException {
        long size = 1 << 24;
        try (LmdbDatabase database = LmdbDatabase.builder()
                .path(folder)
                .sizeLimit(size)
                .writeMap()
                .open()
                .open(NAMES)) {
            database.write(
                    tx -> LongStream.range(0, 1000).forEach(n -> tx.map(NAMES).put(n, "x")));
            database.writeBuffered(tx -> tx.nested(inner -> inner.map(NAMES).put(-1L, "buffered")));
            assertThatThrownBy(() -> database.write(tx -> {
                        tx.map(NAMES).put(-2L, "lost");
                        tx.nested(inner -> inner.map(NAMES).put(-3L, "lost"));
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM1122");
            assertThat(database.<Long>read(tx -> tx.map(NAMES).count())).isEqualTo(1001);
            assertThat(database.verify().problems()).isEmpty();
            assertThat(Files.size(folder.resolve("data.mdb"))).isEqualTo(size);
            assertThat(database.stats().free()).isGreaterThan(0.9);
        }
        assertThatThrownBy(() -> LmdbDatabase.builder()
                        .path(folder.resolve("other"))
                        .writeMap()
                        .open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("write-map");
        try (LmdbDatabase database = open()) {
            assertThat(rows(database)).hasSize(1001);
        }
    }

    @Test
    void a_database_is_read_in_a_folder_where_nothing_may_be_written() throws IOException {
        try (LmdbDatabase database = open()) {
            database.write(tx -> tx.map(NAMES).put(1L, "one"));
        }
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.copy(folder.resolve("data.mdb"), copy.resolve("data.mdb"));
        copy.resolve("data.mdb").toFile().setWritable(false);
        try (LmdbDatabase database =
                LmdbDatabase.builder().path(copy).readOnlyWithoutLock().open().open(NAMES)) {
            assertThat(rows(database)).containsExactly(new Row<>(1L, "one"));
            assertThat(database.verify().problems()).isEmpty();
            assertThatThrownBy(database::beginWrite).hasMessageContaining("DORM0812");
            assertThatThrownBy(() -> database.open(
                            NAMES.with(MapIndex.of("by_text", dev.dormouse.lmdb.key.KeyTypes.string(), text -> text))))
                    .hasMessageContaining("DORM0812");
        }
        assertThat(copy).isDirectoryNotContaining("glob:**lock.mdb");
    }

    @Test
    void one_folder_is_opened_twice_in_one_process_and_shared() {
        try (LmdbDatabase first = open();
                LmdbDatabase second = open()) {
            first.write(tx -> tx.map(NAMES).put(1L, "one"));
            assertThat(rows(second)).hasSize(1);
            assertThatThrownBy(() -> LmdbDatabase.builder()
                            .path(folder)
                            .durability(MapDurability.NONE)
                            .open())
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void foreign_and_truncated_files_are_refused_when_they_are_opened() throws IOException {
        Path file = folder.resolve("data.mdb");
        try (LmdbDatabase database = open()) {
            database.write(
                    tx -> LongStream.range(0, 5000).forEach(n -> tx.map(NAMES).put(n, "name " + n)));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {1, 100, 4096, 8192, whole.length / 2 / 4096 * 4096}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("DORM08");
        }
        Files.write(file, "a letter, no database".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("DORM08");
        Files.write(file, whole);
        try (LmdbDatabase database = open()) {
            assertThat(rows(database)).hasSize(5000);
        }
    }
}
