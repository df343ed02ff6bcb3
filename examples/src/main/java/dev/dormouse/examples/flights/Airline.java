package dev.dormouse.examples.flights;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A carrier. Field access. */
@Entity
public class Airline {

    @Id
    @Column(length = 2)
    private String carrier;

    @Column(nullable = false)
    private String name;

    /** For the provider. */
    protected Airline() {
        this("", "");
    }

    /** Makes an airline with its two-letter code. */
    public Airline(String carrier, String name) {
        this.carrier = carrier;
        this.name = name;
    }

    public String getCarrier() {
        return carrier;
    }

    public String getName() {
        return name;
    }
}
