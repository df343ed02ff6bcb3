package dev.dormouse.benchmarks.model;

/** A constant of a person, stored by name. */
public enum Level {
    JUNIOR,
    SENIOR,
    PRINCIPAL
}
