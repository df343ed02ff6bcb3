package dev.dormouse.jpql.ast;

/**
 * The types that CAST converts to (section 4.7.8).
 */
public enum CastTarget {
    /** A {@code String}. */
    STRING,
    /** An {@code Integer}. */
    INTEGER,
    /** A {@code Long}. */
    LONG,
    /** A {@code Float}. */
    FLOAT,
    /** A {@code Double}. */
    DOUBLE
}
