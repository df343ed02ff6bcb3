package dev.dormouse.store.evaluate;

/**
 * What one node of a plan did in one execution, for EXPLAIN and for tests. Counted by whoever runs the node; not thread-safe.
 */
public final class Counters {

    private long entriesVisited;
    private long recordsFetched;
    private long rows;

    /** Counts one entry of a table's or index's order that was looked at. */
    public void entryVisited() {
        entriesVisited++;
    }

    /** Counts one record that was found by its primary key. */
    public void recordFetched() {
        recordsFetched++;
    }

    /** Counts one row handed on. */
    public void row() {
        rows++;
    }

    /** Returns the number of entries of a table's or index's order that were looked at. */
    public long entriesVisited() {
        return entriesVisited;
    }

    /** Returns the number of records found by their primary key. */
    public long recordsFetched() {
        return recordsFetched;
    }

    /** Returns the number of rows handed on. */
    public long rows() {
        return rows;
    }
}
