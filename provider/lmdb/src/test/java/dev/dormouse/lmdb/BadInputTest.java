package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.row.Row;
import dev.dormouse.store.StoreException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Other processes, threads that end too early or may not write, and readers that nobody ends. */
class BadInputTest extends NamesDatabase {

    @Test
    void a_second_process_reads_but_does_not_write() throws Exception {
        Process process = KilledWriter.start(folder);
        try (var output = process.inputReader()) {
            KilledWriter.await(output, 5);
            assertThatThrownBy(() -> LmdbDatabase.open(folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another process");
            assertThatThrownBy(() -> LmdbDatabase.scratch(folder)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> LmdbDatabase.verify(folder)).isInstanceOf(StoreException.class);
            try (LmdbDatabase reader =
                    LmdbDatabase.builder().path(folder).readOnly().open().open(KilledWriter.NUMBERS)) {
                long before =
                        reader.<Long>read(tx -> tx.map(KilledWriter.NUMBERS).count());
                KilledWriter.await(output, before + 5);
                assertThat(reader.<Long>read(tx -> tx.map(KilledWriter.NUMBERS).count()))
                        .isGreaterThan(before);
                assertThatThrownBy(reader::beginWrite).hasMessageContaining("DORM0812");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder).open(KilledWriter.NUMBERS)) {
            database.write(tx -> tx.map(KilledWriter.NUMBERS).put(-1L, "mine"));
            assertThat(database.verify().problems()).isEmpty();
        }
    }

    @Test
    void a_reader_that_nobody_ended_is_told_when_the_database_is_closed() throws Exception {
        LmdbDatabase database = open();
        database.write(tx -> LongStream.range(0, 100).forEach(n -> tx.map(NAMES).put(n, "x")));
        assertThat(database.stats().snapshots()).isZero();
        AtomicReference<@Nullable Iterator<Long>> leaked = new AtomicReference<>();
        Thread thread = new Thread(
                () -> leaked.set(database.beginRead().map(NAMES).select().keys().iterator()), "the one that forgets");
        thread.start();
        thread.join();
        assertThat(database.stats().snapshots()).isEqualTo(1);
        assertThatThrownBy(database::close)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM1119")
                .hasMessageContaining("the one that forgets");
        Iterator<Long> iterator = leaked.get();
        assertThat(iterator).isNotNull();
        assertThatThrownBy(iterator::next).isInstanceOf(StoreException.class).hasMessageContaining("DORM111");
        assertThat(LmdbDatabase.verify(folder, NAMES).problems()).isEmpty();
        LmdbDatabase.scratch(folder);
    }

    @Test
    void readers_are_counted_while_they_are_open() {
        try (LmdbDatabase database = open()) {
            try (LmdbTransaction reader = database.beginRead()) {
                assertThat(reader.isWritable()).isFalse();
                assertThat(database.stats().snapshots()).isEqualTo(1);
                assertThat(database.stats().readers()).isPositive();
            }
            assertThat(database.stats().snapshots()).isZero();
        }
    }

    @Test
    void a_stream_that_is_left_open_ends_with_its_transaction() {
        try (LmdbDatabase database = open()) {
            database.write(
                    tx -> LongStream.range(0, 100).forEach(n -> tx.map(NAMES).put(n, "x")));
            List<Iterator<Long>> left =
                    database.read(tx -> List.of(tx.map(NAMES).select().keys().iterator(), opened(tx)));
            left.forEach(iterator -> assertThatThrownBy(iterator::next).hasMessageContaining("DORM1114"));
            assertThat(database.stats().snapshots()).isZero();
        }
    }

    private static Iterator<Long> opened(LmdbTransaction tx) {
        Iterator<Long> iterator = tx.map(NAMES).select().keys().iterator();
        assertThat(iterator.next()).isZero();
        return iterator;
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void a_virtual_thread_does_not_hold_the_writer() throws Exception {
        try (LmdbDatabase database = open()) {
            AtomicReference<@Nullable Throwable> refused = new AtomicReference<>();
            Thread virtual = (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable) () -> {
                        try {
                            database.writeBuffered(tx -> tx.map(NAMES).put(1L, "buffered"));
                            assertThat(rows(database)).hasSize(1);
                            database.write(tx -> tx.map(NAMES).put(2L, "refused"));
                        } catch (Throwable e) {
                            refused.set(e);
                        }
                    });
            virtual.join();
            assertThat(refused.get()).isInstanceOf(StoreException.class).hasMessageContaining("DORM1117");
            assertThat(rows(database)).containsExactly(new Row<>(1L, "buffered"));
        }
    }
}
