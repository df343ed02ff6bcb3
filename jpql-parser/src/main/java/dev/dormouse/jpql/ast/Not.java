package dev.dormouse.jpql.ast;

/**
 * A negated condition (section 4.6.1).
 *
 * @param operand the negated condition
 * @param position where its text begins
 */
public record Not(Expression operand, Position position) implements ConditionalExpression {}
