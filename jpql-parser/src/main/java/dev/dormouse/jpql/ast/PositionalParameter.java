package dev.dormouse.jpql.ast;

/**
 * {@code ?1} (section 4.7.4.1).
 *
 * @param number the number, from 1
 * @param position where its text begins
 */
public record PositionalParameter(int number, Position position) implements Parameter {}
