package dev.dormouse.internal.query;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.execute.Execution;
import jakarta.persistence.QueryTimeoutException;

/** How long one run of a query may take, from when this was made; a stream's time includes what its reader does meanwhile. */
public final class QueryTimeout {

    private final int milliseconds;
    private final long deadline;

    /**
     * Begins to count.
     *
     * @param milliseconds how many, 0 for no limit
     */
    public QueryTimeout(int milliseconds) {
        this.milliseconds = milliseconds;
        this.deadline = milliseconds == 0 ? 0 : System.nanoTime() + milliseconds * 1_000_000L;
    }

    /** Lets a run end in time. */
    void limit(Execution run) {
        if (milliseconds > 0) {
            run.endBy(deadline);
        }
    }

    /** Returns whether no time is left. */
    boolean isOver() {
        return milliseconds > 0 && System.nanoTime() - deadline > 0;
    }

    /** Returns the failure of a query that took longer; only its statement is undone, the transaction goes on. */
    QueryTimeoutException exceeded(String text) {
        return new QueryTimeoutException(QueryMessages.TIMED_OUT.text(milliseconds, text));
    }
}
