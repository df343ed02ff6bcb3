package dev.dormouse.jpql.ast;

/**
 * What can be evaluated for a row: a scalar, a condition, or what only a SELECT clause can hold.
 *
 * <p>A place that asks for a condition takes any scalar too, since a path, a parameter or a function may be boolean.
 */
public sealed interface Expression extends Node permits ScalarExpression, ConditionalExpression, SelectExpression {}
