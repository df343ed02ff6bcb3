package dev.dormouse.jpql.ast;

/**
 * The direction of an ORDER BY item (section 4.10).
 */
public enum SortDirection {
    /** Smallest first, the default. */
    ASC,
    /** Largest first. */
    DESC
}
