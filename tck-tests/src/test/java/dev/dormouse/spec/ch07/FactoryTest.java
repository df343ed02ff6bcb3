package dev.dormouse.spec.ch07;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.SynchronizationType;
import jakarta.persistence.Version;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** Section 7.4, the entity manager factory; 7.11 its utility methods; 7.1 what a closed one and a closed manager refuse. */
final class FactoryTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Thing.class);

    private Thing thing(int id) {
        Thing thing = new Thing();
        thing.id = id;
        thing.text = "t" + id;
        return thing;
    }

    @Test
    void aFactoryIsOpenUntilItIsClosed() {
        EntityManagerFactory factory = unit.factory();
        EntityManager manager = factory.createEntityManager();
        assertThat(factory.isOpen()).isTrue();
        assertThat(manager.isOpen()).isTrue();
        factory.close();

        assertThat(factory.isOpen()).isFalse();
        assertThat(manager.isOpen()).isFalse();
    }

    @Test
    void closingAFactoryRollsBackWhatItsManagersHaveOpen() throws Exception {
        String url = unit.freshUrl();
        EntityManagerFactory other = unit.create(url, Map.of());
        EntityManagerFactory factory = unit.create(url, Map.of());
        factory.runInTransaction(manager -> manager.persist(thing(1)));
        EntityManager own = factory.createEntityManager();
        own.getTransaction().begin();
        own.persist(thing(2));
        own.flush();
        EntityManager foreign = factory.createEntityManager();
        Thread thread = new Thread(() -> {
            foreign.getTransaction().begin();
            foreign.persist(thing(3));
            foreign.flush();
        });
        thread.start();
        thread.join();
        EntityManager closed = factory.createEntityManager();
        closed.getTransaction().begin();
        closed.persist(thing(4));
        closed.close();
        EntityManager streaming = factory.createEntityManager();
        Iterator<Thing> rows = streaming
                .createQuery("SELECT t FROM Thing t", Thing.class)
                .getResultStream()
                .iterator();
        factory.close();

        for (EntityManager manager : List.of(own, foreign, closed, streaming)) {
            assertThat(manager.isOpen()).isFalse();
            assertThat(manager.getTransaction().isActive()).isFalse();
            assertThatIllegalStateException()
                    .isThrownBy(() -> manager.getTransaction().commit());
        }
        assertThatThrownBy(rows::next).isInstanceOf(RuntimeException.class);
        other.runInTransaction(manager -> assertThat(manager.createQuery("SELECT t.id FROM Thing t", Integer.class)
                        .getResultList())
                .containsExactly(1));
        other.runInTransaction(manager -> manager.find(Thing.class, 1, LockModeType.PESSIMISTIC_WRITE));
    }

    @Test
    void aManagerThatCommitsWhileItsFactoryIsClosedCommitsWholeOrNotAtAll() throws Exception {
        String url = unit.freshUrl();
        EntityManagerFactory other = unit.create(url, Map.of());
        EntityManagerFactory factory = unit.create(url, Map.of());
        AtomicInteger committed = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                for (int i = 1; ; i++) {
                    Thing thing = thing(i);
                    factory.runInTransaction(manager -> manager.persist(thing));
                    committed.set(i);
                    first.countDown();
                }
            } catch (IllegalStateException | PersistenceException closed) {
                first.countDown();
            }
        });
        thread.start();
        first.await();
        factory.close();
        thread.join();

        assertThat(other.<Long>callInTransaction(
                        manager -> manager.createQuery("SELECT COUNT(t) FROM Thing t", Long.class)
                                .getSingleResult()))
                .isEqualTo(committed.get());
        assertThat(committed).hasPositiveValue();
    }

    @TestFactory
    Stream<DynamicTest> aClosedFactoryRefusesAll() {
        EntityManagerFactory factory = unit.factory();
        factory.close();
        return Stream.of(
                refused("createEntityManager", factory::createEntityManager),
                refused("createEntityManager with map", () -> factory.createEntityManager(Map.of())),
                refused(
                        "createEntityManager with synchronization",
                        () -> factory.createEntityManager(SynchronizationType.SYNCHRONIZED)),
                refused("getProperties", factory::getProperties),
                refused("getName", factory::getName),
                refused("getCache", factory::getCache),
                refused("getMetamodel", factory::getMetamodel),
                refused("getCriteriaBuilder", factory::getCriteriaBuilder),
                refused("getPersistenceUnitUtil", factory::getPersistenceUnitUtil),
                refused("getTransactionType", factory::getTransactionType),
                refused("getSchemaManager", factory::getSchemaManager),
                refused("addNamedQuery", () -> factory.addNamedQuery("q", null)),
                refused("getNamedQueries", () -> factory.getNamedQueries(Object.class)),
                refused("runInTransaction", () -> factory.runInTransaction(m -> {})),
                refused("callInTransaction", () -> factory.callInTransaction(m -> 1)),
                refused("unwrap", () -> factory.unwrap(Object.class)),
                refused("close", factory::close));
    }

    @TestFactory
    Stream<DynamicTest> aClosedManagerRefusesAll() {
        unit.persist(thing(1));
        EntityManager manager = unit.manager();
        Thing found = manager.find(Thing.class, 1);
        manager.close();
        assertThat(manager.isOpen()).isFalse();
        return Stream.of(
                refused("persist", () -> manager.persist(found)),
                refused("merge", () -> manager.merge(found)),
                refused("remove", () -> manager.remove(found)),
                refused("find", () -> manager.find(Thing.class, 1)),
                refused("getReference", () -> manager.getReference(Thing.class, 1)),
                refused("flush", manager::flush),
                refused("setFlushMode", () -> manager.setFlushMode(null)),
                refused("getFlushMode", manager::getFlushMode),
                refused("lock", () -> manager.lock(found, null)),
                refused("refresh", () -> manager.refresh(found)),
                refused("clear", manager::clear),
                refused("detach", () -> manager.detach(found)),
                refused("contains", () -> manager.contains(found)),
                refused("getLockMode", () -> manager.getLockMode(found)),
                refused("setProperty", () -> manager.setProperty("a", "b")),
                refused("createQuery", () -> manager.createQuery("SELECT t FROM Thing t")),
                refused("createQuery typed", () -> manager.createQuery("SELECT t FROM Thing t", Thing.class)),
                refused("createNamedQuery", () -> manager.createNamedQuery("q")),
                refused("createNativeQuery", () -> manager.createNativeQuery("q")),
                refused("joinTransaction", manager::joinTransaction),
                refused("isJoinedToTransaction", manager::isJoinedToTransaction),
                refused("unwrap", () -> manager.unwrap(Object.class)),
                refused("getDelegate", manager::getDelegate),
                refused("getEntityManagerFactory", manager::getEntityManagerFactory),
                refused("getCriteriaBuilder", manager::getCriteriaBuilder),
                refused("getMetamodel", manager::getMetamodel),
                refused("close", manager::close));
    }

    private static DynamicTest refused(String method, Executable call) {
        return DynamicTest.dynamicTest(
                method, () -> assertThatIllegalStateException().isThrownBy(call::execute));
    }

    @Test
    void aClosedManagerStillHasItsTransaction() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(thing(1));
        manager.close();
        assertThat(manager.getTransaction().isActive()).isTrue();
        manager.getTransaction().commit();

        unit.run(reader -> assertThat(reader.find(Thing.class, 1)).isNotNull());
    }

    @Test
    void queriesOfAClosedManagerAreRefused() {
        EntityManager manager = unit.manager();
        var query = manager.createQuery("SELECT t FROM Thing t", Thing.class);
        manager.close();

        assertThatIllegalStateException().isThrownBy(query::getResultList);
        assertThatIllegalStateException().isThrownBy(query::getSingleResult);
        assertThatIllegalStateException().isThrownBy(() -> query.setMaxResults(1));
    }

    @Test
    void runInTransactionCommits() {
        unit.factory().runInTransaction(manager -> {
            assertThat(manager.getTransaction().isActive()).isTrue();
            manager.persist(thing(1));
        });

        assertThat(unit.factory().<Thing>callInTransaction(manager -> manager.find(Thing.class, 1)).text)
                .isEqualTo("t1");
    }

    @Test
    void runInTransactionRollsBackOnExceptions() {
        assertThatThrownBy(() -> unit.factory().runInTransaction(manager -> {
                    manager.persist(thing(1));
                    manager.flush();
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");

        unit.run(manager -> assertThat(manager.find(Thing.class, 1)).isNull());
    }

    @Test
    void propertiesOfFactoryAndManager() {
        EntityManagerFactory factory =
                unit.create(unit.freshUrl(), Map.of("jakarta.persistence.lock.timeout", "1234", "my.own", "x"));
        assertThat(factory.getProperties()).containsKey("jakarta.persistence.jdbc.url");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> factory.getProperties().put("a", "b"));

        EntityManager manager = factory.createEntityManager(Map.of("jakarta.persistence.lock.timeout", 7));
        assertThat(manager.getProperties()).containsEntry("jakarta.persistence.lock.timeout", 7);
        manager.setProperty("vendor.unknown", "ignored");
    }

    @Test
    void aFactoryTellsItsNameAndKind() {
        assertThat(unit.factory().getName()).startsWith("spec");
        assertThat(unit.factory().getTransactionType()).isEqualTo(PersistenceUnitTransactionType.RESOURCE_LOCAL);
        assertThatIllegalStateException()
                .isThrownBy(() -> unit.factory().createEntityManager(SynchronizationType.UNSYNCHRONIZED));
    }

    @Test
    void unwrapGivesTheFactoryAndManagerThemselves() {
        EntityManager manager = unit.manager();

        assertThat(unit.factory().unwrap(EntityManagerFactory.class)).isSameAs(unit.factory());
        assertThat(manager.unwrap(EntityManager.class)).isSameAs(manager);
        assertThat(manager.getEntityManagerFactory()).isSameAs(unit.factory());
        assertThatExceptionOfType(PersistenceException.class).isThrownBy(() -> manager.unwrap(Thread.class));
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.factory().unwrap(Thread.class));
    }

    @Test
    void theLoadStateIsTold() {
        Thing next = thing(2);
        Thing first = thing(1);
        first.next = next;
        unit.persist(next, first);
        PersistenceUnitUtil util = unit.factory().getPersistenceUnitUtil();

        unit.run(manager -> {
            Thing found = manager.find(Thing.class, 1);
            assertThat(util.isLoaded(found)).isTrue();
            assertThat(util.isLoaded(found, "text")).isTrue();
            assertThat(util.isLoaded(found, "next")).isFalse();
            util.load(found, "next");
            assertThat(util.isLoaded(found, "next")).isTrue();
            assertThat(util.getIdentifier(found)).isEqualTo(1);
            assertThat(util.getVersion(found)).isEqualTo(found.version);
            assertThat(util.isInstance(found.next, Thing.class)).isTrue();
            assertThat(util.getClass(found.next)).isEqualTo(Thing.class);
        });
    }

    @Test
    void twoFactoriesOnOneAddressShareTheirData() {
        String url = unit.freshUrl();
        EntityManagerFactory first = unit.create(url, Map.of());
        EntityManagerFactory second = unit.create(url, Map.of());
        first.runInTransaction(manager -> manager.persist(thing(1)));

        assertThat(second.<Thing>callInTransaction(manager -> manager.find(Thing.class, 1)).text)
                .isEqualTo("t1");
        first.close();
        assertThat(second.<Thing>callInTransaction(manager -> manager.find(Thing.class, 1)).text)
                .isEqualTo("t1");
    }

    @Entity
    public static class Thing {
        @Id
        int id;

        String text;

        @ManyToOne(fetch = FetchType.LAZY)
        Thing next;

        @Version
        int version;
    }
}
