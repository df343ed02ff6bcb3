package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Unique and not-null columns, unique constraints, indexes and foreign keys (sections 11.1.9, 11.1.23, 11.1.25, 11.1.54). */
final class ConstraintTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Account.class, Owner.class);

    private Account account(int id) {
        Account account = new Account();
        account.id = id;
        account.required = "r";
        account.code = "c" + id;
        account.bank = "b";
        account.number = id;
        account.fixed = "f";
        return account;
    }

    @BeforeEach
    void oneAccount() {
        unit.persist(account(1));
    }

    private void refused(Account account) {
        assertThatThrownBy(() -> unit.persist(account)).isInstanceOf(PersistenceException.class);
        unit.run(manager -> assertThat(manager.createQuery("SELECT COUNT(a) FROM Account a", Long.class)
                        .getSingleResult())
                .isEqualTo(1L));
    }

    @Test
    void aUniqueColumn() {
        Account second = account(2);
        second.code = "c1";
        refused(second);
    }

    @Test
    void aUniqueColumnHasManyNulls() {
        Account second = account(2);
        second.code = null;
        Account third = account(3);
        third.code = null;

        assertThatCode(() -> unit.persist(second, third)).doesNotThrowAnyException();
    }

    @Test
    void aUniqueConstraintOfTwoColumns() {
        Account second = account(2);
        second.number = 1;
        refused(second);
    }

    @Test
    void aUniqueConstraintAllowsOtherPairs() {
        Account second = account(2);
        second.bank = "other";
        second.number = 1;
        unit.persist(second);

        unit.run(manager -> assertThat(manager.find(Account.class, 2)).isNotNull());
    }

    @Test
    void aUniqueIndex() {
        Account second = account(2);
        second.alias = "a";
        Account third = account(3);
        third.alias = "a";
        unit.persist(second);

        assertThatThrownBy(() -> unit.persist(third)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void anUpdateToATakenValueIsRefused() {
        unit.persist(account(2));

        assertThatThrownBy(() -> unit.run(manager -> manager.find(Account.class, 2).code = "c1"))
                .isInstanceOf(PersistenceException.class);
        unit.run(manager -> assertThat(manager.find(Account.class, 2).code).isEqualTo("c2"));
    }

    @Test
    void valuesAreSwappedInOneTransactionByWayOfNull() {
        unit.persist(account(2));
        unit.run(manager -> {
            manager.find(Account.class, 1).code = null;
            manager.flush();
            manager.find(Account.class, 2).code = "c1";
            manager.flush();
            manager.find(Account.class, 1).code = "c2";
        });
        unit.run(manager -> assertThat(manager.find(Account.class, 2).code).isEqualTo("c1"));
    }

    @Test
    void aValueIsFreeAfterItsRowIsRemoved() {
        unit.run(manager -> {
            manager.remove(manager.find(Account.class, 1));
            manager.flush();
            Account second = account(2);
            second.code = "c1";
            manager.persist(second);
        });
        unit.run(manager -> assertThat(manager.find(Account.class, 2).code).isEqualTo("c1"));
    }

    @Test
    void twoTransactionsTakeOneValue() {
        EntityManager first = unit.manager();
        EntityManager second = unit.manager();
        first.getTransaction().begin();
        second.getTransaction().begin();
        Account two = account(2);
        two.code = "same";
        Account three = account(3);
        three.code = "same";
        first.persist(two);
        second.persist(three);
        first.getTransaction().commit();

        assertThatThrownBy(() -> second.getTransaction().commit()).isInstanceOf(PersistenceException.class);
        unit.run(manager -> assertThat(manager.find(Account.class, 3)).isNull());
    }

    @Test
    void aColumnThatIsNotNullable() {
        Account second = account(2);
        second.required = null;
        refused(second);
    }

    @Test
    void anAttributeThatIsNotOptional() {
        Account second = account(2);
        second.fixed = null;
        refused(second);
    }

    @Test
    void aReferenceThatIsNotOptional() {
        Owner owner = new Owner();
        owner.id = 1;

        assertThatThrownBy(() -> unit.persist(owner)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void aReferencedRowIsNotRemoved() {
        unit.run(manager -> {
            Owner owner = new Owner();
            owner.id = 1;
            owner.main = manager.find(Account.class, 1);
            manager.persist(owner);
        });

        assertThatThrownBy(() -> unit.run(manager -> manager.remove(manager.find(Account.class, 1))))
                .isInstanceOf(PersistenceException.class);
        unit.run(manager -> assertThat(manager.find(Owner.class, 1).main.id).isEqualTo(1));
    }

    @Test
    void referenceAndRowAreRemovedTogether() {
        unit.run(manager -> {
            Owner owner = new Owner();
            owner.id = 1;
            owner.main = manager.find(Account.class, 1);
            manager.persist(owner);
        });
        unit.run(manager -> {
            manager.remove(manager.find(Account.class, 1));
            manager.remove(manager.find(Owner.class, 1));
        });

        unit.run(manager -> assertThat(manager.find(Account.class, 1)).isNull());
    }

    @Test
    void aReferenceToARowThatIsGoneIsRefused() {
        assertThatThrownBy(() -> unit.run(manager -> {
                    Owner owner = new Owner();
                    owner.id = 1;
                    owner.main = manager.getReference(Account.class, 77);
                    manager.persist(owner);
                }))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void aColumnThatIsNotUpdatableOrInsertable() {
        Account two = account(2);
        two.inserted = "first";
        two.updated = "never";
        unit.persist(two);
        unit.run(manager -> {
            Account found = manager.find(Account.class, 2);
            assertThat(found.inserted).isEqualTo("first");
            assertThat(found.updated).isNull();
            found.inserted = "second";
            found.updated = "second";
        });
        unit.run(manager -> {
            assertThat(manager.find(Account.class, 2).inserted).isEqualTo("first");
            assertThat(manager.find(Account.class, 2).updated).isEqualTo("second");
        });
    }

    @Entity
    @Table(
            name = "ACCOUNTS",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "bank_number",
                            columnNames = {"bank", "num"}),
            indexes = {
                @Index(name = "by_alias", columnList = "alias", unique = true),
                @Index(columnList = "bank DESC, required")
            })
    public static class Account {
        @Id
        int id;

        @Column(nullable = false)
        String required;

        @Column(unique = true)
        String code;

        @Basic(optional = false)
        String fixed;

        String bank;

        @Column(name = "num")
        int number;

        String alias;

        @Column(updatable = false)
        String inserted;

        @Column(insertable = false)
        String updated;
    }

    @Entity
    public static class Owner {
        @Id
        int id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "main_account", nullable = false)
        Account main;

        @OneToOne
        Account spare;
    }
}
