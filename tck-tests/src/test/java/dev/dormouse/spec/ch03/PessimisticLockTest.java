package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.PessimisticLockScope;
import jakarta.persistence.Timeout;
import jakarta.persistence.TransactionRequiredException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.5.4, the pessimistic lock modes, and their timeouts. */
final class PessimisticLockTest {

    private static final Map<String, Object> AT_ONCE = Map.of("jakarta.persistence.lock.timeout", 0);

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Item.class);

    @BeforeEach
    void items() {
        unit.persist(new Item(1, "one"), new Item(2, "two"));
    }

    private EntityManager begun() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        return manager;
    }

    private void assertLocked(LockModeType held, LockModeType asked) {
        EntityManager holder = begun();
        assertThat(holder.find(Item.class, 1, held)).isNotNull();
        EntityManager other = begun();
        Item item = other.find(Item.class, 1);
        assertThatThrownBy(() -> other.lock(item, asked, AT_ONCE))
                .isInstanceOfAny(LockTimeoutException.class, PessimisticLockException.class);
        holder.getTransaction().rollback();
    }

    @Test
    void writeExcludesWrite() {
        assertLocked(LockModeType.PESSIMISTIC_WRITE, LockModeType.PESSIMISTIC_WRITE);
    }

    @Test
    void writeExcludesRead() {
        assertLocked(LockModeType.PESSIMISTIC_WRITE, LockModeType.PESSIMISTIC_READ);
    }

    @Test
    void readExcludesWrite() {
        assertLocked(LockModeType.PESSIMISTIC_READ, LockModeType.PESSIMISTIC_WRITE);
    }

    @Test
    void readSharesWithRead() {
        EntityManager one = begun();
        EntityManager two = begun();

        assertThat(one.find(Item.class, 1, LockModeType.PESSIMISTIC_READ)).isNotNull();
        assertThat(two.find(Item.class, 1, LockModeType.PESSIMISTIC_READ, AT_ONCE))
                .isNotNull();
    }

    @Test
    void aLockTimeoutLeavesTheTransactionAlive() {
        EntityManager holder = begun();
        assertThat(holder.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE)).isNotNull();
        EntityManager other = begun();
        assertThatExceptionOfType(LockTimeoutException.class)
                .isThrownBy(() -> other.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE, AT_ONCE));

        assertThat(other.getTransaction().getRollbackOnly()).isFalse();
        other.find(Item.class, 2).name = "changed";
        other.getTransaction().commit();
        unit.run(manager -> assertThat(manager.find(Item.class, 2).name).isEqualTo("changed"));
    }

    @Test
    void otherEntitiesAreNotLocked() {
        EntityManager holder = begun();
        EntityManager other = begun();

        assertThat(holder.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE)).isNotNull();
        assertThat(other.find(Item.class, 2, LockModeType.PESSIMISTIC_WRITE, AT_ONCE))
                .isNotNull();
    }

    @Test
    void commitAndRollbackEndLocks() {
        EntityManager holder = begun();
        holder.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE).name = "changed";
        holder.getTransaction().commit();
        EntityManager second = begun();
        assertThat(second.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE, AT_ONCE).name)
                .isEqualTo("changed");
        second.getTransaction().rollback();
        EntityManager third = begun();

        assertThat(third.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE, AT_ONCE))
                .isNotNull();
    }

    @Test
    void aLockedEntityIsNotChangedByOthers() {
        EntityManager holder = begun();
        Item locked = holder.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE);
        EntityManager other = unit.manager();
        other.setProperty("jakarta.persistence.lock.timeout", 0);
        other.getTransaction().begin();
        other.find(Item.class, 1).name = "other";

        assertThatThrownBy(() -> other.getTransaction().commit()).isInstanceOf(PersistenceException.class);
        locked.name = "holder";
        holder.getTransaction().commit();
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("holder"));
    }

    @Test
    void lockAfterAnotherCommitFindsTheOldVersion() {
        EntityManager manager = begun();
        Item item = manager.find(Item.class, 1);
        unit.run(other -> other.find(Item.class, 1).name = "newer");

        assertThatThrownBy(() -> {
                    manager.lock(item, LockModeType.PESSIMISTIC_WRITE);
                    item.name = "older";
                    manager.getTransaction().commit();
                })
                .isInstanceOf(PersistenceException.class);
        unit.run(reader -> assertThat(reader.find(Item.class, 1).name).isEqualTo("newer"));
    }

    @Test
    void forceIncrementRaisesTheVersion() {
        int before = unit.call(manager -> manager.find(Item.class, 1).version);
        unit.run(manager -> {
            Item item = manager.find(Item.class, 1, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            assertThat(manager.getLockMode(item)).isEqualTo(LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        });

        int after = unit.call(manager -> manager.find(Item.class, 1).version);
        assertThat(after).isEqualTo(before + 1);
    }

    @Test
    void theLockModeIsToldAndRaised() {
        unit.run(manager -> {
            Item item = manager.find(Item.class, 1);
            assertThat(manager.getLockMode(item)).isEqualTo(LockModeType.NONE);
            manager.lock(item, LockModeType.PESSIMISTIC_READ);
            assertThat(manager.getLockMode(item)).isIn(LockModeType.PESSIMISTIC_READ, LockModeType.PESSIMISTIC_WRITE);
            manager.lock(item, LockModeType.PESSIMISTIC_WRITE);
            assertThat(manager.getLockMode(item)).isEqualTo(LockModeType.PESSIMISTIC_WRITE);
        });
    }

    @Test
    void aPessimisticLockNeedsATransaction() {
        EntityManager manager = unit.manager();

        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> manager.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE));
        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> manager.createQuery("SELECT i FROM Item i", Item.class)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList());
    }

    @Test
    void aQueryLocksItsResults() {
        EntityManager holder = begun();
        assertThat(holder.createQuery("SELECT i FROM Item i WHERE i.id = 1", Item.class)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .hasSize(1);
        EntityManager other = begun();

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> other.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE, AT_ONCE));
        assertThat(other.find(Item.class, 2, LockModeType.PESSIMISTIC_WRITE, AT_ONCE))
                .isNotNull();
    }

    @Test
    void optionsOfFind() {
        EntityManager holder = begun();
        assertThat(holder.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE, PessimisticLockScope.NORMAL))
                .isNotNull();
        EntityManager other = begun();

        assertThatExceptionOfType(LockTimeoutException.class)
                .isThrownBy(() -> other.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE, Timeout.milliseconds(1)));
    }

    @Test
    void aWaiterGetsTheLockWhenItsHolderEnds() {
        EntityManager holder = begun();
        holder.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE).name = "first";
        holder.flush();
        CompletableFuture<String> waiter = CompletableFuture.supplyAsync(() -> unit.call(manager -> {
            Item item = manager.find(
                    Item.class, 1, LockModeType.PESSIMISTIC_WRITE, Map.of("jakarta.persistence.lock.timeout", 20_000));
            return item.name;
        }));
        holder.getTransaction().commit();

        assertThat(waiter.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("first");
    }

    @Test
    void locksOfOneTransactionAreItsOwn() {
        unit.run(manager -> {
            Item item = manager.find(Item.class, 1, LockModeType.PESSIMISTIC_WRITE);
            manager.lock(item, LockModeType.PESSIMISTIC_WRITE, AT_ONCE);
            manager.refresh(item, LockModeType.PESSIMISTIC_WRITE, AT_ONCE);
            item.name = "mine";
        });
        unit.run(manager -> assertThat(manager.find(Item.class, 1).name).isEqualTo("mine"));
    }
}
