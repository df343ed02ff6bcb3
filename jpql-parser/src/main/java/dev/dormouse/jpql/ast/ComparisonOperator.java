package dev.dormouse.jpql.ast;

/**
 * The comparison operators (section 4.6.3).
 */
public enum ComparisonOperator {
    /** {@code =}. */
    EQUAL("="),
    /** {@code <>}. */
    NOT_EQUAL("<>"),
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    LESS_OR_EQUAL("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the operator as it is written. */
    public String symbol() {
        return symbol;
    }
}
