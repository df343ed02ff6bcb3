package dev.dormouse.internal.query.company;

import jakarta.persistence.Embeddable;

/** Where somebody lives. */
@Embeddable
public record Address(String street, String city) {}
