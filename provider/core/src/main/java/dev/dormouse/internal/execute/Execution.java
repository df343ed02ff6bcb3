package dev.dormouse.internal.execute;

import dev.dormouse.internal.execute.operator.Run;
import dev.dormouse.store.Change;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan in a transaction: a cursor over its rows, or the one modification. Belongs to one thread; must be closed, also after
 * its last row.
 */
public final class Execution implements AutoCloseable {

    private final ExecutablePlan plan;
    private final Run run;
    private final Frame frame;
    private final int[] columns;
    private @Nullable RowCursor rows;
    private @Nullable List<Change> changes;
    private long rowCount;
    private boolean closed;

    Execution(ExecutablePlan plan, StoreTransaction transaction, Frame frame) {
        this.plan = plan;
        this.frame = frame;
        this.run = new Run(transaction, frame, plan.operatorCount(), plan.scanLimit());
        this.columns = plan.columns();
        frame.set(plan.executionPlace(), run);
    }

    /** Moves to the next row; false at the end. */
    public boolean next() {
        checkOpen();
        if (rows == null) {
            rows = plan.root().open(run);
        }
        boolean found = rows.next();
        rowCount += found ? 1 : 0;
        return found;
    }

    /**
     * Returns a column of the current row: a value, a record view or null. A view is good until the next row, unless the store's views are
     * stable; retain it to keep it.
     */
    public @Nullable Object value(int column) {
        return frame.slot(columns[column]);
    }

    /** Lets this run fail with a {@link dev.dormouse.store.evaluate.TimedOutException} once this value of {@link System#nanoTime()} has passed. */
    public void endBy(long nanoTime) {
        frame.endBy(nanoTime);
    }

    /** Finds out what a bulk update or delete modifies, without modifying anything; nothing to do if the store does it as a whole. */
    public void collectChanges() {
        checkOpen();
        if (changes == null) {
            changes = plan.modification().changes(run);
        }
    }

    /** Runs a bulk update or delete and returns how many records it modified. */
    public long modify() {
        collectChanges();
        rowCount = plan.modification().apply(run, Objects.requireNonNull(changes));
        return rowCount;
    }

    /** Returns the plan with what each node did so far. */
    public String explain() {
        return plan.explain(run.counters());
    }

    /** Returns how many rows came out so far, or were modified. */
    public long rows() {
        return rowCount;
    }

    /** Returns how many entries of tables and indexes were looked at so far. */
    public long entriesVisited() {
        return sum(Counters::entriesVisited);
    }

    /** Returns how many records were found by their primary key so far. */
    public long recordsFetched() {
        return sum(Counters::recordsFetched);
    }

    private long sum(ToLongFunction<Counters> figure) {
        long sum = 0;
        for (Counters counters : run.counters()) {
            sum += counters == null ? 0 : figure.applyAsLong(counters);
        }
        return sum;
    }

    /** Returns the frame that this run fills. */
    public Frame frame() {
        return frame;
    }

    /** Returns what the cursors of this run share. */
    Run run() {
        return run;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The query's rows are closed.");
        }
    }

    /** Closes all cursors. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        plan.expected().note((double) entriesVisited() + recordsFetched());
        try {
            if (rows != null) {
                rows.close();
            }
        } finally {
            run.close();
        }
    }
}
