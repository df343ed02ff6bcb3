package dev.dormouse.jpql.ast;

/**
 * The current date or time (section 4.7.7.3).
 *
 * @param function which of them
 * @param position where its text begins
 */
public record CurrentDatetime(DatetimeFunction function, Position position) implements ScalarExpression {}
