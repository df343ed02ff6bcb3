package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.Change;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.LockTimeoutException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pessimistic locks have an owner and a timeout, and hold off other writers. */
abstract class LockCases extends ContractCase {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService elsewhere = Executors.newCachedThreadPool();
    private TableDefinition table;

    @BeforeEach
    void fill() {
        table = create(Tables.PERSON);
        commit(insert(table, 1L, "ada", 1), insert(table, 2L, "bob", 1));
    }

    @AfterEach
    void stop() throws InterruptedException {
        elsewhere.shutdown();
        assertThat(elsewhere.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, elsewhere);
    }

    private void lock(StoreTransaction transaction, Object key, LockStrength strength, Duration timeout) {
        transaction.lock(table, Key.of(key), strength, timeout);
    }

    @Test
    void anExclusiveLockKeepsOthersOut() {
        try (StoreTransaction own = begin()) {
            lock(own, 1L, LockStrength.EXCLUSIVE, LONG);
            lock(own, 1L, LockStrength.SHARED, LONG);
            run(() -> {
                        try (StoreTransaction other = begin()) {
                            lock(other, 2L, LockStrength.EXCLUSIVE, LONG);
                            assertThatThrownBy(() -> lock(other, 1L, LockStrength.SHARED, Duration.ofMillis(20)))
                                    .isInstanceOf(LockTimeoutException.class);
                            assertThat(get(other, table, 1L)).isNotNull();
                        }
                    })
                    .join();
        }
        try (StoreTransaction next = begin()) {
            lock(next, 1L, LockStrength.EXCLUSIVE, Duration.ZERO);
        }
    }

    @Test
    void sharedLocksGoTogether() {
        try (StoreTransaction own = begin()) {
            lock(own, 1L, LockStrength.SHARED, LONG);
            run(() -> {
                        try (StoreTransaction other = begin()) {
                            lock(other, 1L, LockStrength.SHARED, Duration.ZERO);
                            assertThatThrownBy(() -> lock(other, 1L, LockStrength.EXCLUSIVE, Duration.ZERO))
                                    .isInstanceOf(LockTimeoutException.class);
                        }
                    })
                    .join();
        }
    }

    @Test
    void aThreadDoesNotWaitForItself() {
        try (StoreTransaction one = begin();
                StoreTransaction two = begin()) {
            lock(one, 1L, LockStrength.EXCLUSIVE, LONG);
            assertThatThrownBy(() -> lock(two, 1L, LockStrength.EXCLUSIVE, LONG))
                    .isInstanceOf(LockTimeoutException.class);
        }
    }

    @Test
    void ofTwoThatWaitInACircleOneFails() {
        CountDownLatch both = new CountDownLatch(2);
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> locksBoth(1L, 2L, both), elsewhere);
        CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(() -> locksBoth(2L, 1L, both), elsewhere);
        assertThat(one.join() ^ two.join()).isTrue();
    }

    private boolean locksBoth(long first, long second, CountDownLatch both) {
        try (StoreTransaction transaction = begin()) {
            lock(transaction, first, LockStrength.EXCLUSIVE, LONG);
            both.countDown();
            both.await();
            lock(transaction, second, LockStrength.EXCLUSIVE, LONG);
            return true;
        } catch (LockTimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWriterWithoutLockWaitsForTheLockAndTimesOut() {
        try (StoreTransaction own = begin()) {
            lock(own, 1L, LockStrength.EXCLUSIVE, LONG);
            run(() -> refused(set(table, 1L, "name", "intruder"))).join();
            own.apply(List.of(set(table, 1L, "name", "owner")));
            own.commit();
        }
        assertThat(Objects.requireNonNull(committed(table, 1L)).value(1)).isEqualTo("owner");
    }

    static List<Function<TableDefinition, Change>> writes() {
        return List.of(
                table -> set(table, 1L, "name", "intruder"),
                table -> new Change.Delete(table, Key.of(1L), Change.Guard.Exists.INSTANCE));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatIsReadUnderASharedLockStaysAsItIs(Function<TableDefinition, Change> write) {
        try (StoreTransaction reader = begin()) {
            lock(reader, 1L, LockStrength.SHARED, LONG);
            run(() -> {
                        try (StoreTransaction second = begin()) {
                            lock(second, 1L, LockStrength.SHARED, LONG);
                            run(() -> refused(write.apply(table))).join();
                        }
                        refused(write.apply(table));
                    })
                    .join();
            assertThat(Objects.requireNonNull(get(reader, table, 1L)).get(table.path("name")))
                    .isEqualTo("ada");
        }
        commit(write.apply(table));
    }

    private void refused(Change change) {
        TransactionOptions impatient = new TransactionOptions(Isolation.READ_COMMITTED, false, Duration.ofMillis(50));
        try (StoreTransaction other = store.begin(impatient)) {
            assertThatThrownBy(() -> {
                        other.apply(List.of(change));
                        other.commit();
                    })
                    .isInstanceOf(LockTimeoutException.class);
        }
    }

    @Test
    void theOnlyHolderOfASharedLockMayWrite() {
        try (StoreTransaction own = begin()) {
            own.apply(List.of(set(table, 2L, "name", "bert")));
            lock(own, 1L, LockStrength.SHARED, LONG);
            own.apply(List.of(set(table, 1L, "name", "eve")));
            own.commit();
        }
        try (StoreTransaction own = begin()) {
            lock(own, 1L, LockStrength.SHARED, LONG);
            own.apply(List.of(set(table, 1L, "version", 7)));
            lock(own, 1L, LockStrength.EXCLUSIVE, LONG);
            own.apply(List.of(set(table, 1L, "version", 8)));
            own.commit();
        }
        assertThat(Objects.requireNonNull(committed(table, 1L)).value(1)).isEqualTo("eve");
        assertThat(Objects.requireNonNull(committed(table, 1L)).value(2)).isEqualTo(8);
    }

    @Test
    void underAnExclusiveLockNoUpdateIsLost() {
        int threads = 8;
        int rounds = 20;
        CompletableFuture<?>[] done = new CompletableFuture<?>[threads];
        for (int i = 0; i < threads; i++) {
            done[i] = run(() -> {
                for (int round = 0; round < rounds; round++) {
                    try (StoreTransaction transaction = begin()) {
                        lock(transaction, 1L, LockStrength.EXCLUSIVE, LONG);
                        int version = Objects.requireNonNull(get(transaction, table, 1L))
                                .getInt(table.path("version"));
                        transaction.apply(List.of(set(table, 1L, "version", version + 1)));
                        transaction.commit();
                    }
                }
            });
        }
        CompletableFuture.allOf(done).join();
        assertThat(Objects.requireNonNull(committed(table, 1L)).value(2)).isEqualTo(1 + threads * rounds);
    }
}
