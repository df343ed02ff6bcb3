package dev.dormouse.jpql.ast;

/**
 * {@code KEY(variable)} (section 4.4.4).
 *
 * @param variable a variable that ranges over a map
 * @param position where its text begins
 */
public record MapKey(Identifier variable, Position position) implements PathRoot {}
