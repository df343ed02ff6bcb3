package dev.dormouse.spec.lifecycle;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer with the orders that belong to it. */
@Entity
public class Customer {

    @Id
    @GeneratedValue
    public @Nullable Long id;

    @Version
    public @Nullable Integer version;

    public @Nullable String name;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Order> orders = new ArrayList<>();

    public Customer() {}

    public Customer(String name) {
        this.name = name;
    }

    /** Adds an order on both sides. */
    public Order order(String text) {
        Order order = new Order(text);
        order.customer = this;
        orders.add(order);
        return order;
    }
}
