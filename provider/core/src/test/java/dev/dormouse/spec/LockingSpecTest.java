package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.versioned.Account;
import dev.dormouse.spec.versioned.Booking;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockScope;
import jakarta.persistence.RollbackException;
import jakarta.persistence.Timeout;
import jakarta.persistence.TransactionRequiredException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 3.5: versions and locks. */
class LockingSpecTest {

    private final SpecUnit unit = SpecUnit.of(Account.class, Booking.class);

    @BeforeEach
    void store() {
        unit.run(manager -> {
            manager.persist(new Account(1, 100));
            manager.persist(new Account(2, 100));
        });
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private static Account account(EntityManager manager, int number) {
        return Objects.requireNonNull(manager.find(Account.class, number));
    }

    private long version(int number) {
        return unit.call(manager -> account(manager, number).version);
    }

    @Test
    void everyFlushThatChangesAnEntityMovesItsVersion() {
        assertThat(version(1)).isZero();
        unit.run(manager -> {
            Account account = account(manager, 1);
            account.balance = 50;
            manager.flush();
            assertThat(account.version).isEqualTo(1);
            account.balance = 40;
        });
        assertThat(version(1)).isEqualTo(2);
    }

    @Test
    void aChangeOfAnOwnedCollectionMovesTheVersionAnInverseOneDoesNot() {
        unit.run(manager -> account(manager, 1).friends.add(account(manager, 2)));
        assertThat(version(1)).isEqualTo(1);
        assertThat(version(2)).isZero();
        unit.run(manager -> {
            Booking booking = new Booking();
            booking.account = account(manager, 2);
            account(manager, 2).bookings.add(booking);
        });
        assertThat(version(2)).isZero();
    }

    @Test
    void aConcurrentChangeFailsTheSecondCommitAndNamesTheEntity() {
        EntityManager late = unit.manager();
        late.getTransaction().begin();
        Account read = account(late, 1);
        unit.run(manager -> account(manager, 1).balance = 1);
        read.balance = 2;
        assertThatThrownBy(() -> late.getTransaction().commit())
                .isInstanceOf(RollbackException.class)
                .cause()
                .isInstanceOf(OptimisticLockException.class)
                .satisfies(cause -> assertThat(((OptimisticLockException) cause).getEntity())
                        .isSameAs(read));
        assertThat(late.getTransaction().isActive()).isFalse();
        assertThat(late.contains(read)).isFalse();
        assertThat(account(late, 1).balance).isEqualTo(1);
    }

    @Test
    void aConcurrentChangeFailsTheFlush() {
        EntityManager late = unit.manager();
        late.getTransaction().begin();
        Account read = account(late, 1);
        unit.run(manager -> account(manager, 1).balance = 1);
        read.balance = 2;
        assertThatThrownBy(late::flush).isInstanceOf(OptimisticLockException.class);
        assertThat(late.getTransaction().getRollbackOnly()).isTrue();
    }

    @Test
    void aConcurrentRemovalFailsTheCommit() {
        EntityManager late = unit.manager();
        late.getTransaction().begin();
        Account read = account(late, 1);
        unit.run(manager -> manager.remove(account(manager, 1)));
        read.balance = 2;
        assertThatThrownBy(() -> late.getTransaction().commit()).hasCauseInstanceOf(OptimisticLockException.class);
    }

    @Test
    void mergeOfAStaleInstanceFails() {
        Account stale = unit.call(manager -> account(manager, 1));
        unit.run(manager -> account(manager, 1).balance = 1);
        stale.balance = 2;
        assertThatThrownBy(() -> unit.run(manager -> manager.merge(stale)))
                .isInstanceOf(OptimisticLockException.class)
                .hasMessageContaining("DORM0414");
    }

    @Test
    void optimisticProvesAtCommitThatNobodyChangedWhatWasRead() {
        EntityManager reader = unit.manager();
        reader.getTransaction().begin();
        Account read = Objects.requireNonNull(reader.find(Account.class, 1, LockModeType.OPTIMISTIC));
        assertThat(reader.getLockMode(read)).isEqualTo(LockModeType.OPTIMISTIC);
        unit.run(manager -> account(manager, 1).balance = 1);
        assertThatThrownBy(() -> reader.getTransaction().commit()).hasCauseInstanceOf(OptimisticLockException.class);
        reader.getTransaction().begin();
        reader.lock(account(reader, 1), LockModeType.OPTIMISTIC);
        reader.getTransaction().commit();
        assertThat(version(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = LockModeType.class,
            names = {"OPTIMISTIC_FORCE_INCREMENT", "WRITE", "PESSIMISTIC_FORCE_INCREMENT"})
    void forceIncrementMovesTheVersionOnce(LockModeType mode) {
        unit.run(manager -> {
            Account account = account(manager, 1);
            manager.lock(account, mode);
            manager.lock(account, mode);
            manager.flush();
            manager.lock(account, mode);
        });
        assertThat(version(1)).isEqualTo(1);
        unit.run(manager -> {
            Account account = account(manager, 1);
            manager.lock(account, mode);
            account.balance = 3;
        });
        assertThat(version(1)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = LockModeType.class,
            names = {"OPTIMISTIC", "OPTIMISTIC_FORCE_INCREMENT", "PESSIMISTIC_FORCE_INCREMENT"})
    void aModeThatNeedsAVersionIsRefusedWhereThereIsNone(LockModeType mode) {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Booking booking = new Booking();
        manager.persist(booking);
        assertThatThrownBy(() -> manager.lock(booking, mode))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0413");
    }

    @Test
    void anExclusiveLockKeepsOthersOutUntilTheEnd() {
        EntityManager first = unit.manager();
        EntityManager second = unit.manager();
        first.getTransaction().begin();
        second.getTransaction().begin();
        Account locked = Objects.requireNonNull(first.find(Account.class, 1, LockModeType.PESSIMISTIC_WRITE));
        assertThat(first.getLockMode(locked)).isEqualTo(LockModeType.PESSIMISTIC_WRITE);
        Account other = account(second, 1);
        assertThatThrownBy(() -> second.lock(
                        other, LockModeType.PESSIMISTIC_READ, Map.of("jakarta.persistence.lock.timeout", 0)))
                .isInstanceOf(LockTimeoutException.class)
                .satisfies(thrown ->
                        assertThat(((LockTimeoutException) thrown).getObject()).isSameAs(other));
        assertThat(second.getTransaction().getRollbackOnly()).isFalse();
        first.getTransaction().commit();
        second.lock(other, LockModeType.PESSIMISTIC_READ, Timeout.milliseconds(0));
        second.getTransaction().commit();
    }

    @Test
    void sharedLocksGoTogether() {
        EntityManager first = unit.manager();
        EntityManager second = unit.manager();
        first.getTransaction().begin();
        second.getTransaction().begin();
        first.find(Account.class, 1, LockModeType.PESSIMISTIC_READ);
        second.find(Account.class, 1, LockModeType.PESSIMISTIC_READ, Timeout.milliseconds(0));
        assertThatThrownBy(
                        () -> second.lock(account(second, 1), LockModeType.PESSIMISTIC_WRITE, Timeout.milliseconds(0)))
                .isInstanceOf(LockTimeoutException.class);
        first.getTransaction().commit();
        second.getTransaction().commit();
    }

    @Test
    void aPessimisticLockProvesTheVersion() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Account read = account(manager, 1);
        unit.run(other -> account(other, 1).balance = 1);
        assertThatThrownBy(() -> manager.lock(read, LockModeType.PESSIMISTIC_WRITE))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
    }

    @Test
    void refreshWithALockReadsTheNewestState() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Account read = account(manager, 1);
        unit.run(other -> account(other, 1).balance = 1);
        manager.refresh(read, LockModeType.PESSIMISTIC_WRITE);
        read.balance++;
        manager.getTransaction().commit();
        int balance = unit.call(other -> account(other, 1).balance);
        assertThat(balance).isEqualTo(2);
    }

    @Test
    void locksNeedATransactionAndAManagedEntity() {
        EntityManager manager = unit.manager();
        Account read = account(manager, 1);
        assertThatThrownBy(() -> manager.lock(read, LockModeType.OPTIMISTIC))
                .isInstanceOf(TransactionRequiredException.class);
        assertThatThrownBy(() -> manager.find(Account.class, 1, LockModeType.PESSIMISTIC_READ))
                .isInstanceOf(TransactionRequiredException.class);
        assertThatThrownBy(() -> manager.getLockMode(read)).isInstanceOf(TransactionRequiredException.class);
        manager.getTransaction().begin();
        assertThatThrownBy(() -> manager.lock(new Account(9, 9), LockModeType.OPTIMISTIC))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        manager.find(Account.class, 1, LockModeType.PESSIMISTIC_READ, PessimisticLockScope.EXTENDED))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("PessimisticLockScope.EXTENDED");
    }
}
