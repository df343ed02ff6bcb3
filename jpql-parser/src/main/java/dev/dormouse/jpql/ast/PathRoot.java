package dev.dormouse.jpql.ast;

/**
 * What a path starts with (section 4.4.4).
 */
public sealed interface PathRoot extends Node permits Identifier, MapKey, MapValue, Treat {}
