package dev.dormouse.internal.mapping.model;

/** Which part of a {@code java.util.Date} or {@code Calendar} is kept; the constants are those of the specification's deprecated {@code TemporalType}. */
public enum TemporalPart {
    DATE,
    TIME,
    TIMESTAMP
}
