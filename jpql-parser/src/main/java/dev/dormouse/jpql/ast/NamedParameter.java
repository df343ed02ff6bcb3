package dev.dormouse.jpql.ast;

/**
 * {@code :name} (section 4.7.4.2).
 *
 * @param name the case-sensitive name without colon
 * @param position where its text begins
 */
public record NamedParameter(String name, Position position) implements Parameter {}
