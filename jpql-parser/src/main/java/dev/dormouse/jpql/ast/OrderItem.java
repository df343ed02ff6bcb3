package dev.dormouse.jpql.ast;

/**
 * One item of an ORDER BY clause (section 4.10).
 *
 * @param expression what is ordered by; a path of one identifier may be a result variable
 * @param direction ascending unless DESC was written
 * @param nulls where nulls go
 * @param position where its text begins
 */
public record OrderItem(ScalarExpression expression, SortDirection direction, NullPlacement nulls, Position position)
        implements Node {}
