package dev.dormouse.lmdb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.internal.environment.Child;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Change;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map of 16 MiB that must grow while something reads. */
class GrowthTest {

    private static final int ROWS = 2_500;
    private static final String TEXT = "x".repeat(8_000);

    private final Path folder;
    private final Store store;
    private final TableDefinition table;

    GrowthTest(@TempDir Path folder) {
        this.folder = folder;
        store = Stores.open(
                folder,
                DormouseSettings.LMDB_MAP_SIZE,
                "16MiB",
                DormouseSettings.LMDB_MAX_MAP_SIZE,
                "256MiB",
                DormouseSettings.LMDB_GROWTH_TIMEOUT,
                "300ms",
                DormouseSettings.LMDB_DURABILITY,
                "none",
                DormouseSettings.LMDB_TRACE_ORIGINS,
                "true");
        table = Stores.item(store);
        Stores.insert(store, -1, "first");
        Stores.insert(store, -2, "second");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void fill() {
        List<Change> changes = new ArrayList<>();
        for (long id = 0; id < ROWS; id++) {
            changes.add(new Change.Insert(table, Stores.record(id, TEXT)));
        }
        Stores.apply(store, changes.toArray(Change[]::new));
    }

    private RowCursor stream(StoreTransaction transaction) {
        Slot slot = new Slot(0, "i", Stores.TYPE);
        RowCursor cursor = store.prepare(Scan.of(table, slot))
                .orElseThrow()
                .open(transaction, new Frame(1, new Object[0], Instant.EPOCH), new Counters());
        assertThat(cursor.next()).isTrue();
        return cursor;
    }

    @Test
    void a_stream_of_the_same_thread_fails_the_commit_at_once() {
        try (StoreTransaction reading = store.begin(TransactionOptions.DEFAULT);
                RowCursor stream = stream(reading)) {
            assertThatThrownBy(this::fill)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0814")
                    .hasMessageContaining("stream of ITEM")
                    .hasMessageContaining(GrowthTest.class.getName());
            assertThat(stream.next()).isTrue();
            assertThat(stream.next()).isFalse();
        }
        fill();
        assertThat(store.statistics(table).records()).isEqualTo(ROWS + 2);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void a_stream_of_another_thread_is_waited_for_and_then_named() throws Exception {
        List<Throwable> failures = new ArrayList<>();
        try (StoreTransaction reading = store.begin(TransactionOptions.DEFAULT);
                RowCursor stream = stream(reading)) {
            Thread other = new Thread(() -> {
                try {
                    fill();
                } catch (StoreException e) {
                    failures.add(e);
                }
            });
            other.start();
            other.join();
            assertThat(failures).singleElement().asString().contains("DORM0814").contains("stream of ITEM");
            assertThat(Stores.find(store, 0)).isNull();
            assertThat(stream.next()).isTrue();
        }
        fill();
        assertThat(Stores.find(store, 0)).isNotNull();
    }

    @Test
    void a_reading_process_adopts_the_grown_map() throws Exception {
        try (Child child = Child.start(LmdbStoreTest.ReadingProcess.class, folder)) {
            child.await("open");
            child.tell("");
            assertThat(child.await("found")).isEqualTo("found nothing");
            fill();
            child.tell("");
            assertThat(child.await("found")).isEqualTo("found " + TEXT);
            child.tell("e");
            assertThat(child.exit()).isZero();
        }
    }

    @Test
    void an_idle_transaction_at_read_committed_hinders_nobody() {
        try (StoreTransaction idle = store.begin(TransactionOptions.DEFAULT)) {
            assertThat(idle.get(table, Key.of(-1L))).isNotNull();
            fill();
            assertThat(idle.get(table, Key.of(5L))).isNotNull();
        }
    }

    @Test
    void a_snapshot_transaction_hinders_growth_until_its_end() {
        try (StoreTransaction reading = store.begin(TransactionOptions.DEFAULT.withIsolation(Isolation.SNAPSHOT))) {
            assertThat(reading.get(table, Key.of(-1L))).isNotNull();
            assertThatThrownBy(this::fill).isInstanceOf(StoreException.class).hasMessageContaining("DORM0814");
            assertThat(reading.get(table, Key.of(-1L))).isNotNull();
        }
        fill();
    }
}
