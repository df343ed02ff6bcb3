package dev.dormouse.jpql.ast;

/**
 * What EXTRACT takes out of a datetime (section 4.7.7.3).
 */
public enum DatetimeField {
    /** The calendar year. */
    YEAR,
    /** The quarter, from 1. */
    QUARTER,
    /** The month, from 1. */
    MONTH,
    /** The ISO-8601 week. */
    WEEK,
    /** The day of the month, from 1. */
    DAY,
    /** The hour, 0 to 23. */
    HOUR,
    /** The minute, 0 to 59. */
    MINUTE,
    /** The second with its fraction, a floating point value. */
    SECOND,
    /** The date part. */
    DATE,
    /** The time part. */
    TIME
}
