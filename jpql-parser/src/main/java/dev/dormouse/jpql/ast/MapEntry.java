package dev.dormouse.jpql.ast;

/**
 * {@code ENTRY(variable)} (section 4.4.4).
 *
 * @param variable a variable that ranges over a map
 * @param position where its text begins
 */
public record MapEntry(Identifier variable, Position position) implements SelectExpression {}
