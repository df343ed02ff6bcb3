package dev.dormouse.mongodb.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import dev.dormouse.mongodb.server.Awaiting;
import dev.dormouse.mongodb.server.Mongod;
import dev.dormouse.mongodb.server.ReplicaSet;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A replica set of three whose primary steps down, and then is killed, while eight threads write. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class FailoverTest {

    private static final int THREADS = 8;

    /** Half of what one transaction writes. */
    @Entity(name = "Half")
    static class Half {
        @Id
        String id;

        String pair;

        static Half of(String pair, String side) {
            Half half = new Half();
            half.id = pair + side;
            half.pair = pair;
            return half;
        }
    }

    /** Writes pairs until it is told to stop; goes on after every failure. */
    private static final class Writers {
        private final EntityManagerFactory factory;
        private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        private final AtomicLong failures = new AtomicLong();
        private final AtomicLong lastAcknowledged = new AtomicLong(System.nanoTime());
        private final AtomicLong longestGap = new AtomicLong();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();
        private final List<Throwable> unexpected = java.util.Collections.synchronizedList(new ArrayList<>());

        Writers(EntityManagerFactory factory) {
            this.factory = factory;
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                threads.add(new Thread(() -> write(number), "writer-" + i));
            }
            threads.forEach(Thread::start);
        }

        private void write(int thread) {
            for (int n = 0; !stopped.get(); n++) {
                String pair = thread + "-" + n;
                try {
                    factory.runInTransaction(manager -> {
                        manager.persist(Half.of(pair, "-left"));
                        manager.flush();
                        manager.persist(Half.of(pair, "-right"));
                    });
                    acknowledged.add(pair);
                    long now = System.nanoTime();
                    long gap = now - lastAcknowledged.getAndSet(now);
                    longestGap.accumulateAndGet(gap, Math::max);
                } catch (PersistenceException e) {
                    failures.incrementAndGet();
                } catch (RuntimeException | Error e) {
                    unexpected.add(e);
                    return;
                }
            }
        }

        void awaitMore() {
            int before = acknowledged.size();
            Awaiting.until(
                    () -> acknowledged.size() > before + 100 || !unexpected.isEmpty(), () -> "nobody writes any more");
        }

        long takeGap() {
            return TimeUnit.NANOSECONDS.toMillis(longestGap.getAndSet(0));
        }

        void stop() throws InterruptedException {
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAndWhole(@TempDir Path folder) throws InterruptedException {
        try (ReplicaSet set = ReplicaSet.start(folder.resolve("set"), 3);
                EntityManagerFactory factory = open(set.url("failover"))) {
            Writers writers = new Writers(factory);
            writers.awaitMore();
            writers.takeGap();

            Mongod first = set.primary();
            stepDown(set, first);
            writers.awaitMore();
            long afterStepDown = writers.takeGap();

            Mongod second = set.primary();
            second.kill();
            writers.awaitMore();
            long afterKill = writers.takeGap();
            set.restart(second);
            writers.awaitMore();
            writers.stop();

            System.out.printf(
                    "fail-over: %d transactions acknowledged, %d failed; longest time without one: %d ms after the"
                            + " step-down, %d ms after the kill%n",
                    writers.acknowledged.size(), writers.failures.get(), afterStepDown, afterKill);
            assertThat(writers.unexpected).isEmpty();
            Map<String, Long> halves =
                    factory.callInTransaction(manager -> manager.createQuery("select h.pair from Half h", String.class)
                            .getResultStream()
                            .collect(Collectors.groupingBy(pair -> pair, Collectors.counting())));
            assertThat(halves.values()).containsOnly(2L);
            assertThat(halves.keySet()).containsAll(writers.acknowledged);
        }
    }

    private static EntityManagerFactory open(String url) {
        return new PersistenceConfiguration("failover")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", url)
                .managedClass(Half.class)
                .createEntityManagerFactory();
    }

    /** Old servers drop the connection with the answer. */
    private static void stepDown(ReplicaSet set, Mongod member) {
        try {
            set.run(member, new Document("replSetStepDown", 20).append("force", true));
        } catch (MongoException e) {
            assertThat(member.isRunning()).isTrue();
        }
    }
}
