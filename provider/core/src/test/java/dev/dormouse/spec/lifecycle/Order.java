package dev.dormouse.spec.lifecycle;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order with references of every kind. */
@Entity
@Table(name = "ORDERS")
public class Order {

    @Id
    @GeneratedValue
    public @Nullable Long id;

    public @Nullable String text;

    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Customer customer;

    @OneToOne(
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE},
            orphanRemoval = true)
    public @Nullable Invoice invoice;

    @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE, CascadeType.DETACH, CascadeType.REFRESH})
    public Set<Product> products = new HashSet<>();

    @ElementCollection
    public List<String> notes = new ArrayList<>();

    public Order() {}

    public Order(String text) {
        this.text = text;
    }
}
