package dev.dormouse.store.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.LockStrength;
import dev.dormouse.store.LockTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LockTableTest {

    private static final Duration LONG = Duration.ofSeconds(15);

    private final LockTable table = new LockTable();
    private final LockOwner one = new LockOwner();
    private final LockOwner two = new LockOwner();

    private void lock(LockOwner owner, String target, LockStrength strength, Duration timeout) {
        table.lock(owner, target, target, strength, timeout);
    }

    private CompletableFuture<Void> elsewhere(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    @Test
    void sharedLocksGoTogetherAndExclusiveOnesDoNot() {
        lock(one, "a", LockStrength.SHARED, Duration.ZERO);
        elsewhere(() -> lock(two, "a", LockStrength.SHARED, Duration.ZERO)).join();
        assertThatThrownBy(() -> lock(one, "a", LockStrength.EXCLUSIVE, Duration.ZERO))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("DORM0500");
        assertThat(table.isLockedByOther(one, "a")).isTrue();
        table.releaseAll(two);
        lock(one, "a", LockStrength.EXCLUSIVE, Duration.ZERO);
        assertThat(table.isLockedByOther(one, "a")).isFalse();
        table.releaseAll(one);
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void anOwnersStrongerLockStaysStrong() {
        lock(one, "a", LockStrength.EXCLUSIVE, Duration.ZERO);
        lock(one, "a", LockStrength.SHARED, Duration.ZERO);
        assertThatThrownBy(() -> elsewhere(() -> lock(two, "a", LockStrength.SHARED, Duration.ZERO))
                        .join())
                .hasCauseInstanceOf(LockTimeoutException.class);
    }

    @Test
    void aWaiterGetsTheLockWhenItIsGivenBack() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        lock(one, "a", LockStrength.EXCLUSIVE, Duration.ZERO);
        CompletableFuture<Void> waiter = elsewhere(() -> {
            held.countDown();
            lock(two, "a", LockStrength.EXCLUSIVE, LONG);
        });
        held.await();
        table.releaseAll(one);
        waiter.join();
        assertThat(table.isLockedByOther(one, "a")).isTrue();
    }

    @Test
    void aTimeoutNamesWhatIsLockedAndLeavesNothingBehind() {
        elsewhere(() -> lock(two, "a", LockStrength.EXCLUSIVE, Duration.ZERO)).join();
        assertThatThrownBy(() -> lock(one, "a", LockStrength.EXCLUSIVE, Duration.ofMillis(10)))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("'a'")
                .hasMessageContaining("10 ms");
        table.releaseAll(two);
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void oneOfTwoThatWaitInACircleFailsAtOnce() {
        CountDownLatch ready = new CountDownLatch(2);
        CompletableFuture<Void> first = elsewhere(() -> lockBoth(one, "a", "b", ready));
        CompletableFuture<Void> second = elsewhere(() -> lockBoth(two, "b", "a", ready));
        int failures = 0;
        for (CompletableFuture<Void> future : java.util.List.of(first, second)) {
            try {
                future.join();
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(LockTimeoutException.class).hasMessageContaining("DORM0501");
                failures++;
            }
        }
        assertThat(failures).isEqualTo(1);
        assertThat(table.isEmpty()).isTrue();
    }

    private void lockBoth(LockOwner owner, String first, String second, CountDownLatch ready) {
        try {
            lock(owner, first, LockStrength.EXCLUSIVE, Duration.ZERO);
            ready.countDown();
            ready.await();
            lock(owner, second, LockStrength.EXCLUSIVE, LONG);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            table.releaseAll(owner);
        }
    }

    @Test
    void twoSharedOwnersThatBothWantMoreDoNotWaitForEachOther() {
        lock(one, "a", LockStrength.SHARED, Duration.ZERO);
        CountDownLatch shared = new CountDownLatch(1);
        CompletableFuture<Void> other = elsewhere(() -> {
            try {
                lock(two, "a", LockStrength.SHARED, Duration.ZERO);
                shared.countDown();
                lock(two, "a", LockStrength.EXCLUSIVE, LONG);
            } finally {
                table.releaseAll(two);
            }
        });
        try {
            shared.await();
            lock(one, "a", LockStrength.EXCLUSIVE, LONG);
            table.releaseAll(one);
            assertThatThrownBy(other::get).isInstanceOf(ExecutionException.class);
        } catch (LockTimeoutException e) {
            table.releaseAll(one);
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aThreadNeverWaitsForItself() {
        lock(one, "a", LockStrength.EXCLUSIVE, Duration.ZERO);
        assertThatThrownBy(() -> lock(two, "a", LockStrength.SHARED, LONG))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("DORM0501");
    }
}
