package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Transactions: whole or not at all, one beside the other, and what is no use of them. */
class LmdbTransactionTest extends NamesDatabase {

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
            database.write(tx -> tx.map(NAMES).put(2L, "two"));
            assertThat(rows(database)).hasSize(2);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_thread_that_is_interrupted_while_it_waits_for_the_writer_is_told_so() throws Exception {
        try (LmdbDatabase database = open()) {
            CompletableFuture<Boolean> told = new CompletableFuture<>();
            Thread waiting = new Thread(
                    () -> {
                        try {
                            database.write(tx -> tx.map(NAMES).put(2L, "two"));
                            told.complete(false);
                        } catch (StoreException e) {
                            told.complete(String.valueOf(e.getMessage()).matches("DORM0840.*the one that waits.*")
                                    && Thread.currentThread().isInterrupted());
                        }
                    },
                    "the one that waits");
            try (LmdbTransaction tx = database.beginWrite()) {
                tx.map(NAMES).put(1L, "one");
                waiting.start();
                waiting.interrupt();
                assertThat(told.join()).isTrue();
                tx.commit();
            }
            waiting.join();
            assertThat(rows(database)).containsExactly(new Row<>(1L, "one"));
        }
    }
}
