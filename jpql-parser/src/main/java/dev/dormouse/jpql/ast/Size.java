package dev.dormouse.jpql.ast;

/**
 * {@code SIZE(path)}: the number of elements (section 4.7.7.2).
 *
 * @param path a collection-valued path
 * @param position where its text begins
 */
public record Size(Path path, Position position) implements ScalarExpression {}
