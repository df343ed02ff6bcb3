package dev.dormouse.benchmarks.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.benchmarks.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many threads write by hand is there when they go on. */
class GroupedWriterTest {

    private static final int THREADS = 8;
    private static final int ROWS = 50;

    @Test
    void everyThreadFindsWhatItWrote(@TempDir Path folder) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (RawSide side = new RawSide(folder, false)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                long first = (long) thread * ROWS;
                ends.add(threads.submit(() -> {
                    for (long id = first; id < first + ROWS; id++) {
                        side.persist(id, 1);
                        assertThat(side.findEach(new long[] {id}))
                                .isEqualTo(id + Rows.score(id) + Rows.email(id).length());
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
            assertThat(side.scan(Rows.score(7))).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatFailsIsToldAndLeavesNothing(@TempDir Path folder) {
        try (RawSide side = new RawSide(folder, false)) {
            side.persist(1, 1);
            assertThatThrownBy(() -> side.persist(0, 2)).isInstanceOf(IllegalStateException.class);
            assertThat(side.scan(Rows.score(0))).isZero();
        }
    }
}
