package dev.dormouse.jpql.ast;

/**
 * {@code VERSION(path)}: the version (section 4.7.11).
 *
 * @param path an entity
 * @param position where its text begins
 */
public record VersionFunction(Path path, Position position) implements ScalarExpression {}
