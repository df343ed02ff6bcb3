package dev.dormouse.jpql.ast;

/**
 * The built-in functions whose arguments are plain expressions (section 4.7.7); the enum name is how the function is
 * written.
 */
public enum ScalarFunction {
    /** Absolute value, of the argument's type. */
    ABS(1, 1),
    /** Least integral value not below, of the argument's type. */
    CEILING(1, 1),
    /** Concatenation of all arguments. */
    CONCAT(2, Integer.MAX_VALUE),
    /** Euler's number to a power, a double. */
    EXP(1, 1),
    /** Greatest integral value not above, of the argument's type. */
    FLOOR(1, 1),
    /** Leftmost characters: string, length. */
    LEFT(2, 2),
    /** Number of characters. */
    LENGTH(1, 1),
    /** Natural logarithm, a double. */
    LN(1, 1),
    /** Position from 1, or 0: searched string, string to search in, optional start. */
    LOCATE(2, 3),
    /** Lower case. */
    LOWER(1, 1),
    /** Remainder of two integers. */
    MOD(2, 2),
    /** Power, a double: base, exponent. */
    POWER(2, 2),
    /** String with all occurrences replaced: string, searched string, replacement. */
    REPLACE(3, 3),
    /** Rightmost characters: string, length. */
    RIGHT(2, 2),
    /** Rounded to a number of decimal places, of the first argument's type. */
    ROUND(2, 2),
    /** -1, 0 or 1. */
    SIGN(1, 1),
    /** Square root, a double. */
    SQRT(1, 1),
    /** Part of a string: string, start from 1, optional length. */
    SUBSTRING(2, 3),
    /** Upper case. */
    UPPER(1, 1);

    private final int minimumArguments;
    private final int maximumArguments;

    ScalarFunction(int minimumArguments, int maximumArguments) {
        this.minimumArguments = minimumArguments;
        this.maximumArguments = maximumArguments;
    }

    /** Returns the least number of arguments. */
    public int minimumArguments() {
        return minimumArguments;
    }

    /** Returns the greatest number of arguments, {@link Integer#MAX_VALUE} where there is none. */
    public int maximumArguments() {
        return maximumArguments;
    }

    /** Returns whether the function can be called with this number of arguments. */
    public boolean takes(int arguments) {
        return arguments >= minimumArguments && arguments <= maximumArguments;
    }
}
