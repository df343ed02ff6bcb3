package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import dev.dormouse.mongodb.unit.MongoUnit;
import dev.dormouse.store.StaleRecordException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows 28 and 29 of what the ancestor could do: the unit of work, and what it could not: roll back. */
final class WorkRowsTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(Reward.class, Customer.class, Session.class);

    @Entity(name = "Customer")
    @Table(name = "customer")
    static class Customer {
        @Id
        String id;
    }

    @Entity(name = "Reward")
    @Table(name = "reward")
    static class Reward {
        @Id
        int id;

        int point;

        @ManyToOne
        @JoinColumn(name = "customer")
        Customer customer;

        static Reward of(int id) {
            Reward reward = new Reward();
            reward.id = id;
            reward.point = id;
            return reward;
        }
    }

    @Entity(name = "Session")
    @Table(name = "session")
    static class Session {
        @Id
        int id;

        @Column(nullable = false)
        String name;

        Instant leftAt;

        @Version
        int version;

        static Session of(int id, String name) {
            Session session = new Session();
            session.id = id;
            session.name = name;
            return session;
        }
    }

    @Test
    void row28_oneOfTwoHundredIsOneUpdate() {
        unit.persist(IntStream.rangeClosed(1, 200).mapToObj(Reward::of).toArray());
        unit.run(manager -> {
            List<Reward> all =
                    manager.createQuery("select r from Reward r", Reward.class).getResultList();
            assertThat(all).hasSize(200);
            all.get(17).point += 1_000;
            unit.commands().clear();
        });
        assertThat(unit.commands().names()).containsExactly("update", "commitTransaction");
        BsonDocument update = unit.commands().all("update").get(0);
        assertThat(update.getArray("updates")).hasSize(1);
        assertThat(update.getArray("updates")
                        .get(0)
                        .asDocument()
                        .getDocument("u")
                        .getDocument("$set")
                        .keySet())
                .containsExactly("point");
        assertThat(unit.database().getCollection("reward").countDocuments(Filters.gt("point", 1_000)))
                .isOne();
    }

    @Test
    void row28_aConcurrentChangeIsFound() {
        unit.persist(Session.of(1, "first"));
        try (EntityManager one = unit.factory().createEntityManager();
                EntityManager other = unit.factory().createEntityManager()) {
            one.getTransaction().begin();
            other.getTransaction().begin();
            one.find(Session.class, 1).leftAt = Instant.ofEpochSecond(1_000);
            other.find(Session.class, 1).leftAt = Instant.ofEpochSecond(2_000);
            one.getTransaction().commit();
            assertThatThrownBy(() -> other.getTransaction().commit())
                    .isInstanceOf(RollbackException.class)
                    .hasCauseInstanceOf(OptimisticLockException.class);
        }
        assertThat(unit.documents("session"))
                .containsExactly(BsonDocument.parse(
                        "{_id: 1, name: 'first', leftAt: {$date: '1970-01-01T00:16:40Z'}, version: 1}"));
    }

    @Test
    void row29_aFailureLeavesNothing() {
        assertThatThrownBy(() -> unit.persist(Session.of(1, "fine"), Session.of(2, null)))
                .isInstanceOf(PersistenceException.class);
        assertThat(unit.documents("session")).isEmpty();

        unit.persist(Session.of(2, "there"));
        assertThatThrownBy(() -> unit.persist(Session.of(1, "fine"), Session.of(2, "again")))
                .isInstanceOf(PersistenceException.class);
        assertThat(unit.documents("session")).hasSize(1);
    }

    /** The first run meets a change of another transaction, the second one does not. */
    private static int runs(EntityManagerFactory factory) {
        AtomicInteger runs = new AtomicInteger();
        factory.runInTransaction(manager -> {
            Session session = manager.find(Session.class, 1);
            if (runs.incrementAndGet() == 1) {
                factory.runInTransaction(other -> other.find(Session.class, 1).leftAt = Instant.now());
            }
            session.name = session.name + "!";
        });
        return runs.get();
    }

    @Test
    void workIsDoneAgainOnlyWhereTheSettingSaysSo() {
        unit.persist(Session.of(1, "one"));
        assertThatThrownBy(() -> runs(unit.factory())).hasRootCauseInstanceOf(StaleRecordException.class);
        assertThat(unit.documents("session").get(0).getString("name").getValue())
                .isEqualTo("one");
        unit.factory().close();
        EntityManagerFactory patient = unit.create(Map.of("dormouse.mongodb.retry-work", "true"), Session.class);
        assertThat(runs(patient)).isEqualTo(2);
        assertThat(unit.documents("session").get(0).getString("name").getValue())
                .isEqualTo("one!");
    }

    @Test
    void workThatFailsByItselfIsDoneOnce() {
        EntityManagerFactory patient = unit.create(Map.of("dormouse.mongodb.retry-work", "true"), Session.class);
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> patient.runInTransaction(manager -> {
                    runs.incrementAndGet();
                    manager.persist(Session.of(1, null));
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(runs).hasValue(1);
    }
}
