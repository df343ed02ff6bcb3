package dev.dormouse.jpql.ast;

/**
 * What only a SELECT clause can hold (section 4.9).
 */
public sealed interface SelectExpression extends Expression permits ConstructorExpression, ObjectExpression, MapEntry {}
