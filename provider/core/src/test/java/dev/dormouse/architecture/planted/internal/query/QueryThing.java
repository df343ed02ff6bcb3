package dev.dormouse.architecture.planted.internal.query;

/** What a context must not see. */
public class QueryThing {}
