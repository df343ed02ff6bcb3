package dev.dormouse.spec.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two managers of one thread: who waits for the other would wait for ever, so nobody waits, though every timeout is an hour. */
@Timeout(60)
final class TwoManagersTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Counter.class);

    private EntityManagerFactory patient() {
        EntityManagerFactory factory =
                unit.create(unit.freshUrl(), Map.of("dormouse.lock-timeout", "1h", "dormouse.commit-timeout", "1h"));
        factory.runInTransaction(manager -> {
            for (int id = 0; id < 10; id++) {
                Counter counter = new Counter();
                counter.id = id;
                manager.persist(counter);
            }
        });
        return factory;
    }

    private static int raise(EntityManager manager) {
        return manager.createQuery("UPDATE Counter c SET c.count = c.count + 1").executeUpdate();
    }

    private static long sum(EntityManagerFactory factory) {
        return factory.callInTransaction(
                manager -> manager.createQuery("SELECT SUM(c.count) FROM Counter c", Long.class)
                        .getSingleResult());
    }

    @Test
    void twoBulkStatementsOverTheSameRows() {
        EntityManagerFactory factory = patient();
        try (EntityManager first = factory.createEntityManager();
                EntityManager second = factory.createEntityManager()) {
            first.getTransaction().begin();
            second.getTransaction().begin();
            assertThat(raise(first)).isEqualTo(10);
            // Some stores find out at the statement, others at the commit.
            Throwable early = catchThrowable(() -> raise(second));
            assertThat(early == null || early instanceof OptimisticLockException)
                    .as(String.valueOf(early))
                    .isTrue();
            first.getTransaction().commit();
            assertThat(catchThrowable(() -> second.getTransaction().commit())).isInstanceOf(RollbackException.class);
        }
        assertThat(sum(factory)).isEqualTo(10);
    }

    @Test
    void aLockThatTheOtherHolds() {
        EntityManagerFactory factory = patient();
        try (EntityManager first = factory.createEntityManager();
                EntityManager second = factory.createEntityManager()) {
            first.getTransaction().begin();
            second.getTransaction().begin();
            assertThat(first.find(Counter.class, 1, LockModeType.PESSIMISTIC_WRITE))
                    .isNotNull();
            assertThat(catchThrowable(() -> second.find(Counter.class, 1, LockModeType.PESSIMISTIC_WRITE)))
                    .isInstanceOf(PersistenceException.class);
            second.getTransaction().rollback();
            first.getTransaction().commit();
        }
    }

    @Test
    void aBulkStatementOverARowThatTheOtherHasLocked() {
        EntityManagerFactory factory = patient();
        try (EntityManager first = factory.createEntityManager();
                EntityManager second = factory.createEntityManager()) {
            first.getTransaction().begin();
            second.getTransaction().begin();
            assertThat(first.find(Counter.class, 1, LockModeType.PESSIMISTIC_WRITE))
                    .isNotNull();
            assertThat(catchThrowable(() -> {
                        raise(second);
                        second.getTransaction().commit();
                    }))
                    .isInstanceOf(PersistenceException.class);
            first.getTransaction().commit();
        }
        assertThat(sum(factory)).isZero();
    }

    /** What is counted. */
    @Entity
    public static class Counter {
        @Id
        int id;

        int count;
    }
}
