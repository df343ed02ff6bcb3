package dev.dormouse.jpql.ast;

/**
 * {@code EXTRACT(field FROM datetime)} (section 4.7.7.3).
 *
 * @param field the field or part
 * @param source the datetime
 * @param position where its text begins
 */
public record Extract(DatetimeField field, ScalarExpression source, Position position) implements ScalarExpression {}
