package dev.dormouse.jpql.ast;

/**
 * TRUE or FALSE (section 4.7.1).
 *
 * @param value the value
 * @param position where its text begins
 */
public record BooleanLiteral(boolean value, Position position) implements Literal {}
