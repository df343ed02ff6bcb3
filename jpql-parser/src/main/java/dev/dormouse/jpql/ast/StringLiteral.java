package dev.dormouse.jpql.ast;

/**
 * A string in single quotes (section 4.7.1).
 *
 * @param value the text without quotes
 * @param position where its text begins
 */
public record StringLiteral(String value, Position position) implements Literal {}
