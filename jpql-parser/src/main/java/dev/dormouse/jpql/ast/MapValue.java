package dev.dormouse.jpql.ast;

/**
 * {@code VALUE(variable)} (section 4.4.4).
 *
 * @param variable a variable that ranges over a map
 * @param position where its text begins
 */
public record MapValue(Identifier variable, Position position) implements PathRoot {}
