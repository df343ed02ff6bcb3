package dev.dormouse.jpql.ast;

/**
 * An input parameter; a query uses one kind only (section 4.7.4).
 */
public sealed interface Parameter extends ScalarExpression permits NamedParameter, PositionalParameter {}
