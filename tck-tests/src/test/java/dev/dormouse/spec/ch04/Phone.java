package dev.dormouse.spec.ch04;

import jakarta.persistence.Embeddable;

/** An embeddable record. */
@Embeddable
public record Phone(String country, Long number) {
    @Override
    public String toString() {
        return country + "-" + number;
    }
}
