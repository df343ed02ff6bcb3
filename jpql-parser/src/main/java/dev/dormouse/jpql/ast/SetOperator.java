package dev.dormouse.jpql.ast;

/**
 * The set operators (section 4.2.1).
 */
public enum SetOperator {
    /** Rows of either side. */
    UNION,
    /** Rows of the left side that are not on the right. */
    EXCEPT,
    /** Rows of both sides; binds closer than the others. */
    INTERSECT
}
