package dev.dormouse.query;

/**
 * How a query ran, or would run: {@code query.unwrap(QueryExplanation.class)}. After an execution the figures are those of the last one; before
 * the first one they are zero. Not thread-safe, like the query.
 */
public interface QueryExplanation {

    /**
     * Returns the plan as an indented tree: for each node what it does, whether the store or the engine ran it, which index it used, rows in and out.
     * A scan of a whole table that an index would have avoided names that index.
     */
    String text();

    /** Returns how many entries of tables and indexes were looked at, records that were found by their primary key not counted. */
    long entriesVisited();

    /** Returns how many records were found by their primary key. */
    long recordsFetched();

    /** Returns how many rows came out. */
    long rows();
}
