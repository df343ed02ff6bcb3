package dev.dormouse.jpql.ast;

/**
 * NULL as a value: of an update item (section 4.11), or where SQL takes it as a value, such as a CASE result.
 *
 * @param position where its text begins
 */
public record NullLiteral(Position position) implements Literal {}
