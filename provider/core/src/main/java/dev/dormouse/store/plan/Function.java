package dev.dormouse.store.plan;

/**
 * The built-in functions: those of the query language (specification, section 4.7) and those that FUNCTION calls by name. Unless said otherwise the result is null if an argument is. Positions and lengths
 * count code points, positions from 1.
 */
public enum Function {
    /** Texts one after the other. */
    CONCAT,
    /** (text, from) or (text, from, length). */
    SUBSTRING,
    /** (text, character): without that character at both ends. */
    TRIM,
    /** (text, character): without it at the start. */
    TRIM_LEADING,
    /** (text, character): without it at the end. */
    TRIM_TRAILING,
    /** (text) in lower case, full Unicode. */
    LOWER,
    /** (text) in upper case, full Unicode. */
    UPPER,
    /** (text) to its length, INTEGER. */
    LENGTH,
    /** (sought, text) or (sought, text, from) to a position, 0 for none. */
    LOCATE,
    /** (text, length): its start. */
    LEFT,
    /** (text, length): its end. */
    RIGHT,
    /** (text, sought, replacement). */
    REPLACE,
    /** (text) from its end to its start. */
    REVERSE,
    /** (text, count): so many times. */
    REPEAT,
    /** (text, length, character): filled at the start, or cut at the end, to that length. */
    LPAD,
    /** (text, length, character): filled or cut at the end to that length. */
    RPAD,
    /** (number). */
    ABS,
    /** (number). */
    CEILING,
    /** (number). */
    FLOOR,
    /** (number), DOUBLE. */
    EXP,
    /** (number), DOUBLE. */
    LN,
    /** (number, divisor): the remainder. */
    MOD,
    /** (base, exponent), DOUBLE. */
    POWER,
    /** (number, decimal places). */
    ROUND,
    /** (number) to -1, 0 or 1, INTEGER. */
    SIGN,
    /** (number), DOUBLE. */
    SQRT,
    /** (number, decimal places): towards zero. */
    TRUNCATE,
    /** (number), DOUBLE. */
    LOG10,
    /** (angle in radians), DOUBLE. */
    SIN,
    /** (angle in radians), DOUBLE. */
    COS,
    /** (angle in radians), DOUBLE. */
    TAN,
    /** (number) to an angle in radians, DOUBLE. */
    ASIN,
    /** (number) to an angle in radians, DOUBLE. */
    ACOS,
    /** (number) to an angle in radians, DOUBLE. */
    ATAN,
    /** (y, x) to an angle in radians, DOUBLE. */
    ATAN2,
    /** (radians), DOUBLE. */
    DEGREES,
    /** (degrees), DOUBLE. */
    RADIANS,
    /** (values of one type): the highest. */
    GREATEST,
    /** (values of one type): the lowest. */
    LEAST,
    /** (): the date of the statement's start. */
    CURRENT_DATE,
    /** (): the time of the statement's start. */
    CURRENT_TIME,
    /** (): the date and time of the statement's start. */
    CURRENT_TIMESTAMP,
    /** (): the instant of the statement's start. */
    CURRENT_INSTANT,
    /** (date or time). */
    EXTRACT_YEAR,
    /** (date or time), 1 to 4. */
    EXTRACT_QUARTER,
    /** (date or time), 1 to 12. */
    EXTRACT_MONTH,
    /** (date or time), the ISO week of the year. */
    EXTRACT_WEEK,
    /** (date or time), the day of the month. */
    EXTRACT_DAY,
    /** (date or time). */
    EXTRACT_HOUR,
    /** (date or time). */
    EXTRACT_MINUTE,
    /** (date or time), with the fraction, DOUBLE. */
    EXTRACT_SECOND,
    /** (date or time) to its DATE. */
    EXTRACT_DATE,
    /** (date or time) to its TIME. */
    EXTRACT_TIME,
    /** (array) to the number of its elements, INTEGER; 0 for null. */
    ARRAY_SIZE,
    /** (array, value): whether an element equals the value; unknown if the value is null. */
    ARRAY_CONTAINS
}
