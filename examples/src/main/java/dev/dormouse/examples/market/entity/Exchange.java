package dev.dormouse.examples.market.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A place where pairs are traded. */
@Entity
public class Exchange {

    @Id
    private String name = "";

    private String country = "";

    /** For the provider. */
    protected Exchange() {}

    Exchange(String name, String country) {
        this.name = name;
        this.country = country;
    }

    String getName() {
        return name;
    }

    String getCountry() {
        return country;
    }
}
