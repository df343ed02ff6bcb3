package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.lifecycle.Customer;
import dev.dormouse.spec.lifecycle.Invoice;
import dev.dormouse.spec.lifecycle.Order;
import dev.dormouse.spec.lifecycle.Product;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.RollbackException;
import jakarta.persistence.TransactionRequiredException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Section 3.3: the life cycle of entity instances. */
class EntityLifeCycleSpecTest {

    private final SpecUnit unit = SpecUnit.of(Customer.class, Order.class, Invoice.class, Product.class);

    @AfterEach
    void close() {
        unit.close();
    }

    private Customer stored(EntityManager manager, Customer customer) {
        return Objects.requireNonNull(manager.find(Customer.class, customer.id));
    }

    @Test
    void persistMakesANewInstanceManagedAndStoresItAtCommit() {
        Customer anna = new Customer("Anna");
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(anna);
        assertThat(manager.contains(anna)).isTrue();
        assertThat(anna.id).isNotNull();
        assertThat(manager.find(Customer.class, anna.id)).isSameAs(anna);
        manager.getTransaction().commit();
        assertThat(manager.contains(anna)).isTrue();
        unit.run(other -> {
            Customer found = stored(other, anna);
            assertThat(found).isNotSameAs(anna);
            assertThat(found.name).isEqualTo("Anna");
            assertThat(found.getClass()).isEqualTo(Customer.class);
        });
    }

    @Test
    void aManagedInstanceIsWrittenWithoutACall() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        unit.run(manager -> stored(manager, anna).name = "Berta");
        unit.run(manager -> assertThat(stored(manager, anna).name).isEqualTo("Berta"));
    }

    @Test
    void nothingIsWrittenForAnInstanceThatDidNotChange() {
        Customer anna = new Customer("Anna");
        anna.order("one").notes.add("n");
        unit.run(manager -> manager.persist(anna));
        long before = unit.probe().writes();
        unit.run(manager -> {
            Customer found = stored(manager, anna);
            assertThat(found.orders).hasSize(1);
            assertThat(found.orders.get(0).notes).containsExactly("n");
        });
        assertThat(unit.probe().writes()).isEqualTo(before);
    }

    @Test
    void removeDeletesAtCommitAndContainsSaysSoAtOnce() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        unit.run(manager -> {
            Customer found = stored(manager, anna);
            manager.remove(found);
            assertThat(manager.contains(found)).isFalse();
            assertThat(manager.find(Customer.class, anna.id)).isNull();
            manager.remove(found);
        });
        unit.run(manager -> assertThat(manager.find(Customer.class, anna.id)).isNull());
    }

    @Test
    void aRemovedInstanceBecomesManagedAgainByPersist() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        unit.run(manager -> {
            Customer found = stored(manager, anna);
            manager.remove(found);
            manager.persist(found);
            assertThat(manager.contains(found)).isTrue();
        });
        unit.run(manager -> {
            Customer found = stored(manager, anna);
            manager.remove(found);
            manager.flush();
            manager.persist(found);
        });
        unit.run(manager -> assertThat(stored(manager, anna).name).isEqualTo("Anna"));
    }

    @Test
    void aNewInstanceThatIsRemovedBeforeTheFlushIsNeverWritten() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> {
            manager.persist(anna);
            manager.remove(anna);
            assertThat(manager.contains(anna)).isFalse();
        });
        unit.run(manager -> assertThat(manager.find(Customer.class, anna.id)).isNull());
    }

    @Test
    void anInstanceWithTheIdOfARemovedOneCanBePersistedInTheSameTransaction() {
        unit.run(manager -> manager.persist(new Product("p", 1)));
        unit.run(manager -> {
            manager.remove(Objects.requireNonNull(manager.find(Product.class, "p")));
            manager.persist(new Product("p", 2));
        });
        unit.run(manager -> assertThat(Objects.requireNonNull(manager.find(Product.class, "p")).price)
                .isEqualTo(2));
    }

    @Test
    void removeRefusesADetachedInstanceAndIgnoresANewOne() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        EntityManager manager = unit.manager();
        manager.remove(new Customer("new"));
        manager.remove(new Product("new", 1));
        assertThatThrownBy(() -> manager.remove(anna)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manager.remove("text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void persistOfADetachedInstanceFailsAtTheLatestAtCommit() {
        unit.run(manager -> manager.persist(new Product("p", 1)));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(new Product("p", 2));
        assertThatThrownBy(() -> manager.getTransaction().commit())
                .isInstanceOf(RollbackException.class)
                .hasCauseInstanceOf(EntityExistsException.class);
        manager.getTransaction().begin();
        manager.find(Product.class, "p");
        assertThatThrownBy(() -> manager.persist(new Product("p", 3))).isInstanceOf(EntityExistsException.class);
    }

    @Test
    void flushNeedsATransactionAndMakesChangesVisibleToItsOwnReadsOnly() {
        EntityManager manager = unit.manager();
        assertThatThrownBy(manager::flush).isInstanceOf(TransactionRequiredException.class);
        manager.getTransaction().begin();
        Customer anna = new Customer("Anna");
        manager.persist(anna);
        manager.flush();
        manager.clear();
        assertThat(manager.find(Customer.class, anna.id)).isNotNull();
        assertThat(unit.manager().find(Customer.class, anna.id)).isNull();
        manager.getTransaction().rollback();
        assertThat(manager.find(Customer.class, anna.id)).isNull();
    }

    @Test
    void whatIsPersistedOutsideOfATransactionIsWrittenByTheNextOne() {
        EntityManager manager = unit.manager();
        Customer anna = new Customer("Anna");
        manager.persist(anna);
        manager.getTransaction().begin();
        manager.getTransaction().commit();
        unit.run(other -> assertThat(stored(other, anna).name).isEqualTo("Anna"));
    }

    @Test
    void refreshOverwritesWhatWasChanged() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        EntityManager manager = unit.manager();
        Customer found = stored(manager, anna);
        unit.run(other -> stored(other, anna).name = "Berta");
        found.name = "changed";
        manager.refresh(found);
        assertThat(found.name).isEqualTo("Berta");
        assertThatThrownBy(() -> manager.refresh(new Customer("new"))).isInstanceOf(IllegalArgumentException.class);
        unit.run(other -> other.remove(stored(other, anna)));
        assertThatThrownBy(() -> manager.refresh(found)).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void aDetachedInstanceIsNotWritten() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        unit.run(manager -> {
            Customer found = stored(manager, anna);
            found.name = "Berta";
            manager.detach(found);
            assertThat(manager.contains(found)).isFalse();
            assertThat(manager.find(Customer.class, anna.id)).isNotSameAs(found);
        });
        unit.run(manager -> {
            stored(manager, anna).name = "Berta";
            manager.clear();
        });
        unit.run(manager -> assertThat(stored(manager, anna).name).isEqualTo("Anna"));
    }

    @Test
    void mergeCopiesADetachedInstanceToTheManagedOne() {
        Customer anna = new Customer("Anna");
        anna.order("one");
        unit.run(manager -> manager.persist(anna));
        Customer detached = unit.call(manager -> stored(manager, anna));
        detached.name = "Berta";
        unit.run(manager -> {
            Customer merged = manager.merge(detached);
            assertThat(merged).isNotSameAs(detached);
            assertThat(manager.contains(merged)).isTrue();
            assertThat(manager.contains(detached)).isFalse();
            assertThat(merged.orders).hasSize(1);
            assertThat(manager.merge(merged)).isSameAs(merged);
        });
        unit.run(manager -> {
            assertThat(stored(manager, anna).name).isEqualTo("Berta");
            assertThat(stored(manager, anna).orders).hasSize(1);
        });
    }

    @Test
    void mergeOfANewInstanceStoresACopy() {
        Customer anna = new Customer("Anna");
        anna.order("one");
        Customer merged = unit.call(manager -> manager.merge(anna));
        assertThat(anna.id).isNull();
        assertThat(merged.id).isNotNull();
        unit.run(manager -> {
            Customer found = stored(manager, merged);
            assertThat(found.orders).extracting(order -> order.text).containsExactly("one");
            assertThat(found.orders.get(0).customer).isSameAs(found);
        });
    }

    @Test
    void mergeOfARemovedInstanceIsRefused() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        EntityManager manager = unit.manager();
        Customer found = stored(manager, anna);
        manager.remove(found);
        assertThatThrownBy(() -> manager.merge(found)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rollbackDetachesEveryInstance() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Customer found = stored(manager, anna);
        found.name = "Berta";
        manager.getTransaction().rollback();
        assertThat(manager.contains(found)).isFalse();
        assertThat(found.name).isEqualTo("Berta");
        assertThat(stored(manager, anna).name).isEqualTo("Anna");
    }

    @Test
    void getReferenceDoesNotReadUntilStateIsNeeded() {
        Customer anna = new Customer("Anna");
        unit.run(manager -> manager.persist(anna));
        EntityManager manager = unit.manager();
        PersistenceUnitUtil util = unit.factory().getPersistenceUnitUtil();
        Customer reference = manager.getReference(Customer.class, anna.id);
        assertThat(util.isLoaded(reference)).isFalse();
        assertThat(util.getIdentifier(reference)).isEqualTo(anna.id);
        assertThat(manager.contains(reference)).isTrue();
        assertThat(manager.find(Customer.class, anna.id)).isSameAs(reference);
        assertThat(util.isLoaded(reference)).isTrue();
        assertThat(reference.name).isEqualTo("Anna");
        assertThat(util.getVersion(reference)).isEqualTo(0);
        Object missing = manager.getReference(Customer.class, 999L);
        assertThatThrownBy(() -> util.load(missing)).isInstanceOf(EntityNotFoundException.class);
        assertThat(manager.find(Customer.class, 999L)).isNull();
    }

    @Test
    void findChecksItsArguments() {
        EntityManager manager = unit.manager();
        assertThatThrownBy(() -> manager.find(String.class, 1L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manager.find(Customer.class, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manager.find(Customer.class, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
