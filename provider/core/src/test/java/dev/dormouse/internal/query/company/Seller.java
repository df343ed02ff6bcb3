package dev.dormouse.internal.query.company;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** Somebody who sells. */
@Entity
@DiscriminatorValue("SELL")
public class Seller extends Employee {
    public int quota;

    protected Seller() {}

    public Seller(long id, String name, int salary, String hired, int quota) {
        super(id, name, salary, hired);
        this.quota = quota;
    }
}
