package dev.dormouse.internal.query;

import dev.dormouse.internal.query.build.QueryParameters;

/** A statement that can run. Immutable, shared by threads. */
public sealed interface CompiledStatement permits CompiledQuery, CompiledModification {

    /** Returns the text. */
    String text();

    /** Returns its parameters. */
    QueryParameters parameters();

    /** Returns the plan as text. */
    String explain();

    /** Returns the work of a run that did far more than expected, 0 for none: it is compiled anew then. */
    double surprise();

    /** Returns the version of the catalog for which it is good. */
    long catalogVersion();
}
