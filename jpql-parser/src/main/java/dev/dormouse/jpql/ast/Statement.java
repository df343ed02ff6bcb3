package dev.dormouse.jpql.ast;

/**
 * One statement of the query language (section 4.2).
 */
public sealed interface Statement extends Node permits SelectQuery, UpdateStatement, DeleteStatement {}
