package dev.dormouse.spec.ch08;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that the unit lists. */
@Entity
public class Letter {
    @Id
    int id;

    Stamp stamp;

    protected Letter() {}

    public Letter(int id) {
        this.id = id;
    }
}
