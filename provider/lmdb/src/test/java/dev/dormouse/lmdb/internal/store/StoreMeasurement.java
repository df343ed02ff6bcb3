package dev.dormouse.lmdb.internal.store;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Change;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Prints what the store takes for inserts, finds and durable commits of several threads. A program, not a test. */
public final class StoreMeasurement {

    private static final int ROWS = 20_000;

    private StoreMeasurement() {}

    private interface Work {
        void run(int round) throws InterruptedException;
    }

    private static void measure(String what, int operations, Work work) throws InterruptedException {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 12; round++) {
            long start = System.nanoTime();
            work.run(round);
            best = Math.min(best, (System.nanoTime() - start) / (double) operations);
        }
        System.out.printf(Locale.ROOT, "%-40s %8.0f ns  %,10.0f /s%n", what, best, 1e9 / best);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("."), "measurement");
        try (Store store = Stores.open(folder, DormouseSettings.LMDB_DURABILITY, "interval")) {
            measure("insert, 1,000 a transaction, 2 indexes", ROWS, round -> {
                for (int first = 0; first < ROWS; first += 1000) {
                    insert(store, (long) round * ROWS + first);
                }
            });
            TableDefinition table = Stores.item(store);
            FieldPath name = table.path("name");
            measure("get, 1,000 a transaction", ROWS, round -> {
                for (int first = 0; first < ROWS; first += 1000) {
                    try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                        for (long id = first; id < first + 1000; id++) {
                            read(Objects.requireNonNull(transaction.get(table, Key.of(id))), name);
                        }
                    }
                }
            });
            measure("get, one a transaction", ROWS, round -> {
                for (long id = 0; id < ROWS; id++) {
                    try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
                        read(Objects.requireNonNull(transaction.get(table, Key.of(id))), name);
                    }
                }
            });
        }
        Path durable = Files.createTempDirectory(Path.of("."), "measurement");
        try (Store store = Stores.open(durable)) {
            Stores.item(store);
            measure("durable insert, 1 thread", 300, round -> threads(store, 1, 300));
            measure("durable insert, 8 threads", 2400, round -> threads(store, 8, 300));
            measure("durable insert, 32 threads", 3200, round -> threads(store, 32, 100));
        }
    }

    private static void read(RecordView view, FieldPath path) {
        if (view.getString(path) == null) {
            throw new AssertionError("no name");
        }
    }

    private static void insert(Store store, long first) {
        TableDefinition table = Stores.item(store);
        List<Change> changes = new ArrayList<>();
        for (long id = first; id < first + 1000; id++) {
            changes.add(new Change.Insert(table, Stores.record(id, "name " + id % 100)));
        }
        Stores.apply(store, changes.toArray(Change[]::new));
    }

    private static long next = 1;

    private static void threads(Store store, int threads, int each) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            long first = next;
            next += each;
            new Thread(() -> {
                        for (long id = first; id < first + each; id++) {
                            Stores.insert(store, id, "name");
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
    }
}
