package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.versioned.Account;
import dev.dormouse.spec.versioned.Booking;
import dev.dormouse.store.Store;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SynchronizationType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Chapter 7: entity managers and their factory. */
class SessionSpecTest {

    static final List<Consumer<EntityManager>> CALLS = List.of(
            manager -> manager.persist(new Account()),
            manager -> manager.merge(new Account()),
            manager -> manager.remove(new Account()),
            manager -> manager.find(Account.class, 1),
            manager -> manager.find(Account.class, 1, Map.of()),
            manager -> manager.find(Account.class, 1, LockModeType.NONE),
            manager -> manager.getReference(Account.class, 1),
            EntityManager::flush,
            manager -> manager.setFlushMode(FlushModeType.AUTO),
            EntityManager::getFlushMode,
            manager -> manager.lock(new Account(), LockModeType.NONE),
            manager -> manager.refresh(new Account()),
            EntityManager::clear,
            manager -> manager.detach(new Account()),
            manager -> manager.contains(new Account()),
            manager -> manager.getLockMode(new Account()),
            manager -> manager.setProperty("a", "b"),
            manager -> manager.createQuery("select a from Account a"),
            manager -> manager.createNamedQuery("x"),
            manager -> manager.createNativeQuery("select 1"),
            manager -> manager.createStoredProcedureQuery("x"),
            EntityManager::joinTransaction,
            EntityManager::isJoinedToTransaction,
            manager -> manager.unwrap(Store.class),
            EntityManager::getDelegate,
            EntityManager::close,
            EntityManager::getEntityManagerFactory,
            EntityManager::getCriteriaBuilder,
            EntityManager::getMetamodel,
            manager -> manager.createEntityGraph(Account.class),
            manager -> manager.getEntityGraph("x"),
            manager -> manager.getEntityGraphs(Account.class),
            manager -> manager.runWithConnection(connection -> {}));

    private final SpecUnit unit = SpecUnit.of(Account.class, Booking.class);

    @AfterEach
    void close() {
        if (unit.factory().isOpen()) {
            unit.close();
        }
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void aClosedManagerRefusesEveryCall(Consumer<EntityManager> call) {
        EntityManager manager = unit.factory().createEntityManager();
        manager.close();
        assertThat(manager.isOpen()).isFalse();
        assertThatThrownBy(() -> call.accept(manager)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> manager.getTransaction().begin()).isInstanceOf(IllegalStateException.class);
        assertThat(manager.getProperties()).isEmpty();
    }

    @Test
    void aClosedFactoryRefusesEveryCallAndClosesItsManagers() {
        EntityManagerFactory factory = unit.factory();
        EntityManager manager = factory.createEntityManager();
        factory.close();
        assertThat(factory.isOpen()).isFalse();
        assertThat(manager.isOpen()).isFalse();
        assertThatThrownBy(() -> manager.find(Account.class, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(factory::createEntityManager).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(factory::getProperties).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(factory::getPersistenceUnitUtil).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(factory::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aManagerThatIsClosedInATransactionStaysUntilItIsOver() {
        EntityManager manager = unit.factory().createEntityManager();
        manager.getTransaction().begin();
        Account account = new Account(1, 5);
        manager.persist(account);
        manager.close();
        account.balance = 6;
        manager.getTransaction().commit();
        unit.run(other -> assertThat(Objects.requireNonNull(other.find(Account.class, 1)).balance)
                .isEqualTo(6));
    }

    @Test
    void aFailureOfACallMarksTheTransactionForRollback() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        assertThatThrownBy(() -> manager.find(String.class, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
    }

    @Test
    void whatIsNotBuiltYetIsRefusedByName() {
        EntityManager manager = unit.manager();
        assertThatThrownBy(manager::getCriteriaBuilder)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'getCriteriaBuilder'");
        assertThatThrownBy(() -> manager.createNativeQuery("select 1"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'createNativeQuery'");
        assertThatThrownBy(() -> manager.createEntityGraph(Account.class))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'createEntityGraph'");
        assertThatThrownBy(() -> manager.runWithConnection(connection -> {}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'runWithConnection'");
        assertThatThrownBy(() -> unit.factory().createEntityManager(SynchronizationType.UNSYNCHRONIZED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void propertiesAreCheckedAndKept() {
        EntityManager manager = unit.manager();
        manager.setProperty("jakarta.persistence.lock.timeout", 10);
        assertThat(manager.getProperties()).containsEntry("jakarta.persistence.lock.timeout", 10);
        assertThatThrownBy(() -> manager.setProperty("jakarta.persistence.lock.timeout", "soon"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manager.setProperty("dormouse.isolation", "snapshot"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(unit.factory().getProperties()).containsEntry("dormouse.isolation", "read-committed");
        assertThat(unit.factory().getName()).isEqualTo("spec");
        assertThat(unit.factory().getTransactionType()).isEqualTo(PersistenceUnitTransactionType.RESOURCE_LOCAL);
    }

    @Test
    void unwrapReachesTheManagerAndTheStoreOnly() {
        EntityManager manager = unit.manager();
        assertThat(manager.unwrap(EntityManager.class)).isSameAs(manager);
        assertThat(manager.unwrap(Store.class)).isSameAs(unit.factory().unwrap(Store.class));
        assertThatThrownBy(() -> manager.unwrap(String.class)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void aManagerThatTwoThreadsUseRefusesTheSecond() throws InterruptedException {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        AtomicReference<@Nullable Throwable> refusal = new AtomicReference<>();
        Thread other = new Thread(() -> {
            try {
                manager.find(Account.class, 1);
            } catch (RuntimeException thrown) {
                refusal.set(thrown);
            }
        });
        other.start();
        other.join();
        assertThat(refusal.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("two threads");
        assertThat(manager.getTransaction().getRollbackOnly()).isFalse();
    }

    @Test
    void workThatFailsInATransactionIsRolledBackAndItsFailurePassedOn() {
        IllegalStateException failure = new IllegalStateException("work");
        assertThatThrownBy(() -> unit.run(manager -> {
                    manager.persist(new Account(1, 1));
                    throw failure;
                }))
                .isSameAs(failure);
        unit.run(manager -> assertThat(manager.find(Account.class, 1)).isNull());
    }
}
