package dev.dormouse.jpql.ast;

/**
 * The binary arithmetic operators (section 4.7.5).
 */
public enum ArithmeticOperator {
    /** {@code +}. */
    ADD("+", false),
    /** {@code -}. */
    SUBTRACT("-", false),
    /** {@code *}. */
    MULTIPLY("*", true),
    /** {@code /}. */
    DIVIDE("/", true);

    private final String symbol;
    private final boolean multiplicative;

    ArithmeticOperator(String symbol, boolean multiplicative) {
        this.symbol = symbol;
        this.multiplicative = multiplicative;
    }

    /** Returns the operator as it is written. */
    public String symbol() {
        return symbol;
    }

    /** Returns whether it binds closer than addition. */
    public boolean multiplicative() {
        return multiplicative;
    }
}
