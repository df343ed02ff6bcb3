package dev.dormouse.jpql.ast;

/**
 * Whether a subquery has a row; its negation is a {@link Not} around it (section 4.6.10).
 *
 * @param subquery the subquery
 * @param position where its text begins
 */
public record Exists(Subquery subquery, Position position) implements ConditionalExpression {}
