package dev.dormouse.jpql.ast;

/**
 * The unary arithmetic operators (section 4.7.5).
 */
public enum Sign {
    /** The value as it is. */
    PLUS,
    /** The negated value. */
    MINUS
}
