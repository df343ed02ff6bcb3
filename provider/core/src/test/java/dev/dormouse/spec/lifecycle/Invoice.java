package dev.dormouse.spec.lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invoice of an order. */
@Entity
public class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    public @Nullable UUID id;

    public int amount;

    @OneToOne(mappedBy = "invoice")
    public @Nullable Order order;

    public Invoice() {}

    public Invoice(int amount) {
        this.amount = amount;
    }

    public int amount() {
        return amount;
    }

    public void amount(int other) {
        amount = other;
    }

    public @Nullable Order order() {
        return order;
    }

    public void order(Order other) {
        order = other;
    }
}
