package dev.dormouse.internal.query.company;

import jakarta.persistence.Embeddable;

/** A site and a number there. */
@Embeddable
public record BadgeId(String site, int number) {}
