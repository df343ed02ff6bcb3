package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.lifecycle.Customer;
import dev.dormouse.spec.lifecycle.Invoice;
import dev.dormouse.spec.lifecycle.Order;
import dev.dormouse.spec.lifecycle.Product;
import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sections 3.3.2 to 3.3.8: what operations do to the entities that are referred to. */
class CascadeSpecTest {

    private final SpecUnit unit = SpecUnit.of(Customer.class, Order.class, Invoice.class, Product.class);
    private final Customer anna = new Customer("Anna");

    @AfterEach
    void close() {
        unit.close();
    }

    private Customer stored(EntityManager manager) {
        return Objects.requireNonNull(manager.find(Customer.class, anna.id));
    }

    private Order storedOrder(EntityManager manager) {
        return stored(manager).orders.get(0);
    }

    private void storeOneOrder() {
        Order order = anna.order("one");
        order.invoice = new Invoice(7);
        order.products.add(new Product("p", 1));
        order.products.add(new Product("q", 2));
        order.notes.add("first");
        unit.run(manager -> manager.persist(anna));
    }

    @Test
    void persistReachesAllThatIsCascaded() {
        storeOneOrder();
        unit.run(manager -> {
            Order order = storedOrder(manager);
            assertThat(order.customer).isSameAs(stored(manager));
            assertThat(Objects.requireNonNull(order.invoice).amount()).isEqualTo(7);
            assertThat(order.invoice.order()).isSameAs(order);
            assertThat(order.products).extracting(product -> product.code).containsExactlyInAnyOrder("p", "q");
            assertThat(order.products.iterator().next().orders).containsExactly(order);
            assertThat(order.notes).containsExactly("first");
        });
    }

    @Test
    void theFlushPersistsWhatIsReachedLater() {
        unit.run(manager -> manager.persist(anna));
        unit.run(manager -> stored(manager).order("later").invoice = new Invoice(9));
        unit.run(manager -> assertThat(
                        Objects.requireNonNull(storedOrder(manager).invoice).amount())
                .isEqualTo(9));
    }

    @Test
    void aReferenceToANewEntityThatIsNotCascadedIsRefusedAtFlush() {
        storeOneOrder();
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        storedOrder(manager).customer = new Customer("transient");
        assertThatThrownBy(manager::flush)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DORM0409")
                .hasMessageContaining("Order.customer");
        assertThat(manager.getTransaction().getRollbackOnly()).isTrue();
        assertThatThrownBy(() -> manager.getTransaction().commit()).isInstanceOf(RollbackException.class);
        manager.getTransaction().begin();
        storedOrder(manager).customer = new Customer("transient");
        assertThatThrownBy(() -> manager.getTransaction().commit())
                .isInstanceOf(RollbackException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReferenceToANewEntityOnTheInverseSideIsRefused() {
        storeOneOrder();
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        Objects.requireNonNull(storedOrder(manager).invoice).order(new Order("transient"));
        assertThatThrownBy(manager::flush).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReferenceToARemovedEntityIsRefusedAtFlush() {
        Product shared = new Product("s", 3);
        unit.run(manager -> manager.persist(shared));
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.persist(anna);
        manager.flush();
        Order order = new Order("x");
        order.customer = anna;
        manager.persist(order);
        manager.flush();
        manager.remove(anna);
        assertThatThrownBy(manager::flush)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("removed");
    }

    @Test
    void aDetachedTargetIsWrittenAsAReference() {
        storeOneOrder();
        Order other = new Order("two");
        other.customer = anna;
        unit.run(manager -> manager.persist(other));
        unit.run(manager -> assertThat(stored(manager).orders).hasSize(2));
    }

    @Test
    void removeReachesAllThatIsCascadedAndTheRowsOfTheJoinTable() {
        storeOneOrder();
        unit.run(manager -> manager.remove(stored(manager)));
        unit.run(manager -> {
            assertThat(manager.find(Customer.class, anna.id)).isNull();
            assertThat(manager.find(Order.class, anna.orders.get(0).id)).isNull();
            assertThat(manager.find(Invoice.class, Objects.requireNonNull(anna.orders.get(0).invoice).id))
                    .isNull();
            assertThat(Objects.requireNonNull(manager.find(Product.class, "p")).orders)
                    .isEmpty();
        });
    }

    @Test
    void anEntityThatIsReferredToCannotBeRemoved() {
        storeOneOrder();
        EntityManager manager = unit.manager();
        manager.getTransaction().begin();
        manager.remove(Objects.requireNonNull(manager.find(Product.class, "p")));
        assertThatThrownBy(() -> manager.getTransaction().commit()).isInstanceOf(RollbackException.class);
        unit.run(other -> assertThat(storedOrder(other).products).hasSize(2));
    }

    @Test
    void anElementThatLeavesIsRemovedAsAnOrphan() {
        storeOneOrder();
        anna.order("two");
        unit.run(manager -> {
            Customer found = stored(manager);
            found.order("two");
            manager.flush();
            found.orders.remove(0);
        });
        unit.run(manager -> {
            assertThat(stored(manager).orders).extracting(order -> order.text).containsExactly("two");
            assertThat(manager.find(Order.class, anna.orders.get(0).id)).isNull();
        });
    }

    @Test
    void aReferenceThatIsSetToNullOrToAnotherLeavesAnOrphan() {
        storeOneOrder();
        Object first = Objects.requireNonNull(anna.orders.get(0).invoice).id;
        unit.run(manager -> storedOrder(manager).invoice = new Invoice(8));
        Object second = unit.call(manager -> {
            assertThat(manager.find(Invoice.class, first)).isNull();
            Invoice now = Objects.requireNonNull(storedOrder(manager).invoice);
            assertThat(now.amount()).isEqualTo(8);
            return Objects.requireNonNull(now.id);
        });
        unit.run(manager -> storedOrder(manager).invoice = null);
        unit.run(manager -> {
            assertThat(manager.find(Invoice.class, second)).isNull();
            assertThat(storedOrder(manager).invoice).isNull();
        });
    }

    @Test
    void aCollectionThatIsReplacedLeavesOrphans() {
        storeOneOrder();
        unit.run(manager -> {
            Customer found = stored(manager);
            found.orders = new ArrayList<>();
            found.order("new");
        });
        unit.run(manager -> assertThat(stored(manager).orders)
                .extracting(order -> order.text)
                .containsExactly("new"));
    }

    @Test
    void theRowsOfAJoinTableFollowTheCollection() {
        storeOneOrder();
        unit.run(manager -> {
            Order order = storedOrder(manager);
            order.products.removeIf(product -> "p".equals(product.code));
            order.products.add(new Product("r", 5));
        });
        unit.run(manager -> {
            assertThat(storedOrder(manager).products)
                    .extracting(product -> product.code)
                    .containsExactlyInAnyOrder("q", "r");
            storedOrder(manager).products.add(Objects.requireNonNull(manager.find(Product.class, "p")));
        });
        unit.run(manager -> {
            assertThat(storedOrder(manager).products).hasSize(3);
            storedOrder(manager).products.clear();
        });
        unit.run(manager -> assertThat(storedOrder(manager).products).isEmpty());
    }

    @Test
    void detachAndRefreshReachWhatIsCascaded() {
        storeOneOrder();
        unit.run(manager -> {
            Order order = storedOrder(manager);
            Product product = order.products.iterator().next();
            product.price = 100;
            manager.refresh(order);
            assertThat(product.price).isLessThan(100);
            assertThat(order.products).contains(product);
            manager.detach(order);
            assertThat(manager.contains(product)).isFalse();
            assertThat(manager.contains(stored(manager))).isTrue();
        });
    }

    @Test
    void mergeReachesWhatIsCascadedAndRefersToManagedInstancesElsewhere() {
        storeOneOrder();
        Order detached = unit.call(manager -> {
            Order order = storedOrder(manager);
            assertThat(order.products.iterator()).hasNext();
            assertThat(order.notes.get(0)).isEqualTo("first");
            assertThat(Objects.requireNonNull(order.invoice).amount()).isEqualTo(7);
            return order;
        });
        Objects.requireNonNull(detached.invoice).amount(70);
        detached.products.iterator().next().price = 50;
        detached.products.add(new Product("m", 51));
        detached.notes.add("second");
        unit.run(manager -> {
            Order merged = manager.merge(detached);
            assertThat(merged.customer).isSameAs(stored(manager));
            assertThat(merged.invoice).isNotSameAs(detached.invoice);
        });
        unit.run(manager -> {
            Order order = storedOrder(manager);
            assertThat(Objects.requireNonNull(order.invoice).amount()).isEqualTo(70);
            assertThat(order.products).hasSize(3);
            assertThat(order.products).extracting(product -> product.price).contains(50, 51);
            assertThat(order.notes).containsExactly("first", "second");
        });
    }

    @Test
    void whatWasNotFetchedIsNotMerged() {
        storeOneOrder();
        Order detached = unit.call(this::storedOrder);
        detached.text = "changed";
        unit.run(manager -> manager.merge(detached));
        unit.run(manager -> {
            assertThat(storedOrder(manager).text).isEqualTo("changed");
            assertThat(storedOrder(manager).products).hasSize(2);
            assertThat(storedOrder(manager).invoice).isNotNull();
        });
    }

    @Test
    void anUnloadedCollectionTakesElementsWithoutLoading() {
        storeOneOrder();
        unit.run(manager -> {
            Customer found = stored(manager);
            assertThat(found.orders).hasSize(1);
            found.order("two");
            found.order("three");
            assertThat(found.orders).hasSize(3);
            assertThat(unit.factory().getPersistenceUnitUtil().isLoaded(found, "orders"))
                    .isFalse();
        });
        unit.run(manager -> assertThat(stored(manager).orders).hasSize(3));
    }
}
