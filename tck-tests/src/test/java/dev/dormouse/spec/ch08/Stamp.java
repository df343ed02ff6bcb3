package dev.dormouse.spec.ch08;

import jakarta.persistence.Embeddable;

/** An embeddable that the unit lists. */
@Embeddable
public record Stamp(String country, int cents) {}
