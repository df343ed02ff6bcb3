package dev.dormouse.jpql.ast;

/**
 * The aggregate functions (section 4.9.5).
 */
public enum AggregateFunction {
    /** The mean, a double. */
    AVG,
    /** The number of values that are not null. */
    COUNT,
    /** The greatest value. */
    MAX,
    /** The least value. */
    MIN,
    /** The sum. */
    SUM
}
