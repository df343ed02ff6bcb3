package dev.dormouse.jpql.ast;

/**
 * Where a string is trimmed (section 4.7.7.1).
 */
public enum TrimSide {
    /** Both ends, the default. */
    BOTH,
    /** The beginning. */
    LEADING,
    /** The end. */
    TRAILING
}
