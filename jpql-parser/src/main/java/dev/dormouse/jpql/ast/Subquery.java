package dev.dormouse.jpql.ast;

/**
 * A select query in parentheses, used as a value or as a set of values (section 4.6.12).
 *
 * @param query a select with exactly one item and no ORDER BY
 * @param position where its text begins
 */
public record Subquery(SelectStatement query, Position position) implements ScalarExpression {}
