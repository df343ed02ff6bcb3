package dev.dormouse.lmdb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.internal.environment.Child;
import dev.dormouse.store.Change;
import dev.dormouse.store.Store;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SequenceDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process in which eight threads commit is killed at random moments. {@code -Ddormouse.test.kills=50} for the long run. */
class KillTest {

    private static final int THREADS = 8;

    private final Path folder;

    /** Commits pairs of records, and says so after each. */
    static final class Committer {
        public static void main(String[] arguments) {
            Store store = Stores.open(Path.of(arguments[0]));
            for (int i = 0; i < THREADS; i++) {
                new Thread(() -> commit(store)).start();
            }
        }

        private static void commit(Store store) {
            while (true) {
                long id = store.take("ids", 1);
                Stores.apply(
                        store,
                        new Change.Insert(Stores.item(store), Stores.record(id, "plus")),
                        new Change.Insert(Stores.item(store), Stores.record(-id, "minus")));
                System.out.println("done " + id);
            }
        }
    }

    KillTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_there_in_part() throws Exception {
        try (Store store = Stores.open(folder)) {
            Stores.item(store);
            store.change(
                    List.of(new SchemaChange.CreateSequence(new SequenceDefinition("ids", 1, 1, Optional.empty()))));
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Long> acknowledged = new ArrayList<>();
        int kills = Integer.getInteger("dormouse.test.kills", 4);
        for (int kill = 0; kill < kills; kill++) {
            acknowledged.addAll(runAndKill(1 + random.nextInt(600)));
            check(acknowledged, "seed " + seed + ", kill " + kill);
        }
        assertThat(acknowledged).hasSizeGreaterThan(kills).doesNotHaveDuplicates();
    }

    private List<Long> runAndKill(int after) throws InterruptedException {
        List<Long> acknowledged = new ArrayList<>();
        try (Child child = Child.start(Committer.class, folder)) {
            child.await("done");
            for (int i = 0; i < after; i++) {
                id(child.line()).ifPresent(acknowledged::add);
            }
            child.kill();
            child.rest().forEach(line -> id(line).ifPresent(acknowledged::add));
        }
        return acknowledged;
    }

    private static Optional<Long> id(@Nullable String line) {
        // The last line may be cut.
        return line != null && line.matches("done \\d+")
                ? Optional.of(Long.valueOf(line.substring(5)))
                : Optional.empty();
    }

    private void check(List<Long> acknowledged, String run) {
        try (Store store = Stores.open(folder)) {
            assertThat(store.check().problems()).as(run).isEmpty();
            long highest = 0;
            for (long id : acknowledged) {
                assertThat(Stores.find(store, id)).as("%s, record %d", run, id).isNotNull();
                highest = Math.max(highest, id);
            }
            long given = store.take("ids", 1);
            assertThat(given).as(run).isGreaterThan(highest);
            for (long id = 1; id < given; id++) {
                assertThat(Stores.find(store, -id) == null)
                        .as("%s, pair %d", run, id)
                        .isEqualTo(Stores.find(store, id) == null);
            }
        }
    }
}
