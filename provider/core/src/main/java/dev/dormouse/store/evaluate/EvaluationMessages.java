package dev.dormouse.store.evaluate;

import dev.dormouse.failure.Message;

/** What can go wrong while a query runs (0650-0699). */
public final class EvaluationMessages {

    /** Two numbers, of which the second is zero: the expression. */
    public static final Message DIVISION_BY_ZERO = new Message(
            650, "Division by zero: '%s'. A divisor must not be zero. Use NULLIF(divisor, 0) to get null instead.");

    /** A whole number left its type: the value or operation, the type. */
    public static final Message OUT_OF_RANGE = new Message(
            651, "Number out of range: '%s'. The result must fit into %s. Cast the operands to a wider type.");

    /** A function is not defined there: the function, the argument. */
    public static final Message OUT_OF_DOMAIN = new Message(
            652, "Function without a result: '%s' of %s. The argument must be one that has a result. Filter it out.");

    /** A value cannot be converted: the value, the type. */
    public static final Message NOT_CONVERTIBLE = new Message(
            653, "Value without a conversion: '%s'. It must be convertible to %s. Correct the value or the cast.");

    /** A pattern's escape is wrong: the pattern, the escape. */
    public static final Message PATTERN_ESCAPE = new Message(
            654,
            "Pattern with a misplaced escape: '%s'. The escape character '%s' must be followed by '_', '%%' or itself. Double it.");

    /** A text that must have one character has not: the text. */
    public static final Message ONE_CHARACTER = new Message(
            655,
            "Text where one character is wanted: '%s'. An escape or trim character must be exactly one. Shorten it.");

    /** A scalar subquery gave more than one row. */
    public static final Message MORE_THAN_ONE_ROW = new Message(
            656,
            "Subquery with more than one row: '%s'. A subquery used as a value must give at most one. Add a condition or an aggregate.");

    /** A query read or kept more rows than it may: what did it, the limit. */
    public static final Message SCAN_LIMIT = new Message(
            657,
            "Query over its limit of rows: '%s'. At most %s rows may be read or kept by the engine (dormouse.query.scan-limit). "
                    + "Add an index or a condition, or raise the limit.");

    /** A page is described by a negative number: which, the number. */
    public static final Message NEGATIVE_PAGE =
            new Message(658, "Negative %s: '%s'. The bounds of a page must be 0 or more. Correct the parameter.");

    private EvaluationMessages() {}
}
