package dev.dormouse.lmdb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.internal.environment.Child;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Change;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transaction whose changes do not fit into memory. */
class SpillTest {

    private static final int ROWS = 300_000;
    private static final int CHUNK = 1_000;

    private final Path folder;

    SpillTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Store open(Path folder) {
        return Stores.open(folder, DormouseSettings.WRITE_SET_BUDGET, "4MiB", DormouseSettings.LMDB_DURABILITY, "none");
    }

    private static void insert(StoreTransaction transaction, TableDefinition table, long first) {
        for (long from = first; from < first + ROWS; from += CHUNK) {
            List<Change> changes = new ArrayList<>(CHUNK);
            for (long id = from; id < from + CHUNK; id++) {
                changes.add(new Change.Insert(table, Stores.record(id, "name " + id % 1_000)));
            }
            transaction.apply(changes);
        }
    }

    private static long count(Store store, StoreTransaction transaction) {
        Slot slot = new Slot(0, "i", Stores.TYPE);
        long count = 0;
        try (RowCursor cursor = store.prepare(Scan.of(Stores.item(store), slot))
                .orElseThrow()
                .open(transaction, new Frame(1, new Object[0], Instant.EPOCH), new Counters())) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    /** Inserts, scans and commits; inserts, scans and rolls back; inserts and waits. */
    static final class ManyChanges {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            try (Store store = open(folder)) {
                TableDefinition table = Stores.item(store);
                try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                    insert(transaction, table, 0);
                    System.out.println("own " + count(store, transaction));
                    transaction.commit();
                }
                System.out.println("committed " + store.statistics(table).records() + " " + left(folder));
                try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                    insert(transaction, table, ROWS);
                    System.out.println("seen " + count(store, transaction) + " " + left(folder));
                    transaction.rollback();
                }
                System.out.println("rolled back " + store.statistics(table).records() + " " + left(folder));
                StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT);
                insert(transaction, table, ROWS);
                System.out.println("waiting " + left(folder));
                System.out.println(System.in.read());
            }
        }
    }

    private static boolean left(Path folder) throws IOException {
        Path spill = folder.resolve("spill");
        if (!Files.exists(spill)) {
            return false;
        }
        try (var all = Files.list(spill)) {
            return all.findAny().isPresent();
        }
    }

    @Test
    void a_heap_of_64_mb_is_enough_for_300_000_inserts_and_nothing_is_left_behind() throws Exception {
        try (Child child =
                Child.start(Path.of(System.getProperty("java.home")), List.of("-Xmx64m"), ManyChanges.class, folder)) {
            assertThat(child.await("own")).isEqualTo("own " + ROWS);
            assertThat(child.await("committed")).isEqualTo("committed " + ROWS + " false");
            assertThat(child.await("seen")).isEqualTo("seen " + 2 * ROWS + " true");
            assertThat(child.await("rolled back")).isEqualTo("rolled back " + ROWS + " false");
            assertThat(child.await("waiting")).isEqualTo("waiting true");
            child.kill();
        }
        assertThat(left(folder)).isTrue();
        try (Store store = open(folder)) {
            assertThat(left(folder)).isFalse();
            assertThat(store.statistics(Stores.item(store)).records()).isEqualTo(ROWS);
            try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                assertThat(transaction.get(Stores.item(store), Key.of(ROWS - 1L)))
                        .isNotNull();
                assertThat(transaction.get(Stores.item(store), Key.of((long) ROWS)))
                        .isNull();
            }
        }
    }
}
