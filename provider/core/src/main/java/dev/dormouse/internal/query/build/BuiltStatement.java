package dev.dormouse.internal.query.build;

/** A statement with its plan. */
public sealed interface BuiltStatement permits BuiltQuery, BuiltModification {

    /** Returns the parameters of its text. */
    QueryParameters parameters();
}
