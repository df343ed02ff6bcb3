package dev.dormouse.jpql.ast;

/**
 * {@code OBJECT(variable)}: the same as the variable alone (section 4.9).
 *
 * @param variable the identification variable
 * @param position where its text begins
 */
public record ObjectExpression(Identifier variable, Position position) implements SelectExpression {}
