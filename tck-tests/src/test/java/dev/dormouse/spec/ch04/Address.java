package dev.dormouse.spec.ch04;

import jakarta.persistence.Embeddable;

/** An embeddable class. */
@Embeddable
public class Address {
    String street;
    String city;
    String zip;

    protected Address() {}

    Address(String street, String city, String zip) {
        this.street = street;
        this.city = city;
        this.zip = zip;
    }

    @Override
    public String toString() {
        return street + "/" + city + "/" + zip;
    }
}
