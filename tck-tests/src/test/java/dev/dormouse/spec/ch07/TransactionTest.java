package dev.dormouse.spec.ch07;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Id;
import jakarta.persistence.NoResultException;
import jakarta.persistence.RollbackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 7.5.2, resource-local entity managers and the EntityTransaction interface. */
final class TransactionTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Thing.class);

    private EntityTransaction transaction() {
        return unit.manager().getTransaction();
    }

    @Test
    void aTransactionIsActiveFromBeginToItsEnd() {
        EntityTransaction transaction = transaction();
        assertThat(transaction.isActive()).isFalse();
        transaction.begin();
        assertThat(transaction.isActive()).isTrue();
        transaction.commit();
        assertThat(transaction.isActive()).isFalse();
        transaction.begin();
        transaction.rollback();
        assertThat(transaction.isActive()).isFalse();
    }

    @Test
    void beginOfAnActiveTransactionIsRefused() {
        EntityTransaction transaction = transaction();
        transaction.begin();

        assertThatIllegalStateException().isThrownBy(transaction::begin);
    }

    @Test
    void withoutATransactionItsMethodsAreRefused() {
        EntityTransaction transaction = transaction();

        assertThatIllegalStateException().isThrownBy(transaction::commit);
        assertThatIllegalStateException().isThrownBy(transaction::rollback);
        assertThatIllegalStateException().isThrownBy(transaction::setRollbackOnly);
        assertThatIllegalStateException().isThrownBy(transaction::getRollbackOnly);
    }

    @Test
    void aTransactionForRollbackOnly() {
        EntityTransaction transaction = transaction();
        transaction.begin();
        assertThat(transaction.getRollbackOnly()).isFalse();
        transaction.setRollbackOnly();
        assertThat(transaction.getRollbackOnly()).isTrue();

        assertThatExceptionOfType(RollbackException.class).isThrownBy(transaction::commit);
        assertThat(transaction.isActive()).isFalse();
        transaction.begin();
        assertThat(transaction.getRollbackOnly()).isFalse();
    }

    @Test
    void anExceptionOfAManagerMarksItsTransaction() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        assertThatIllegalArgumentException().isThrownBy(() -> manager.find(String.class, 1));

        assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> manager.getTransaction().commit());
    }

    @Test
    void anExceptionOfAResultThatIsMissingDoesNot() {
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> manager.createQuery("SELECT t FROM Thing t").getSingleResult());

        assertThat(manager.getTransaction().getRollbackOnly()).isFalse();
        manager.getTransaction().commit();
    }

    @Test
    void aTransactionHasATimeout() {
        EntityTransaction transaction = transaction();
        assertThat(transaction.getTimeout()).isNull();
        transaction.setTimeout(30);

        assertThat(transaction.getTimeout()).isEqualTo(30);
    }

    @Test
    void aManagerJoinsItsOwnTransaction() {
        EntityManager manager = unit.manager();
        assertThat(manager.isJoinedToTransaction()).isFalse();
        manager.getTransaction().begin();

        assertThat(manager.isJoinedToTransaction()).isTrue();
        assertThat(manager.getTransaction()).isSameAs(manager.getTransaction());
    }

    @Test
    void transactionsOfTwoManagersAreIndependent() {
        EntityManager first = unit.manager();
        EntityManager second = unit.manager();
        first.getTransaction().begin();
        second.getTransaction().begin();
        first.persist(new Thing(1));
        second.persist(new Thing(2));
        first.getTransaction().rollback();
        second.getTransaction().commit();

        unit.run(reader -> {
            assertThat(reader.find(Thing.class, 1)).isNull();
            assertThat(reader.find(Thing.class, 2)).isNotNull();
        });
    }

    @Test
    void aFailedCommitIsRolledBackAsAWhole() {
        unit.persist(new Thing(2));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(new Thing(1));
        manager.persist(new Thing(3));
        unit.persist(new Thing(3));

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> manager.getTransaction().commit());
        unit.run(reader -> assertThat(reader.find(Thing.class, 1)).isNull());
    }

    @Test
    void aManagerIsUsedAgainAfterAFailedCommit() {
        unit.persist(new Thing(1));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> {
            manager.persist(new Thing(1));
            manager.getTransaction().commit();
        });
        if (manager.getTransaction().isActive()) {
            manager.getTransaction().rollback();
        }
        manager.clear();
        manager.getTransaction().begin();
        manager.persist(new Thing(2));
        manager.getTransaction().commit();

        unit.run(reader -> assertThat(reader.find(Thing.class, 2)).isNotNull());
    }

    @Test
    void readCommittedSeesWhatOthersCommit() {
        EntityManager reader = unit.manager();
        reader.getTransaction().begin();
        assertThat(reader.find(Thing.class, 1)).isNull();
        unit.persist(new Thing(1));

        assertThat(reader.find(Thing.class, 1)).isNotNull();
    }

    @Entity
    public static class Thing {
        @Id
        int id;

        protected Thing() {}

        Thing(int id) {
            this.id = id;
        }
    }
}
