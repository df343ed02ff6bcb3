package dev.dormouse.jpql.ast;

/**
 * {@code ID(path)}: the primary key (section 4.7.11).
 *
 * @param path an entity
 * @param position where its text begins
 */
public record IdFunction(Path path, Position position) implements ScalarExpression {}
