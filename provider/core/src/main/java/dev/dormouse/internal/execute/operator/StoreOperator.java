package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;

/** A subtree that the store runs. */
public final class StoreOperator extends Operator {

    private final PreparedPlan prepared;
    private final boolean full;

    /**
     * Makes one.
     *
     * @param full whether a whole table is read, which the limit of rows counts
     */
    public StoreOperator(int number, PreparedPlan prepared, boolean full) {
        super(number);
        this.prepared = prepared;
        this.full = full;
    }

    @Override
    public RowCursor open(Run run) {
        RowCursor cursor = prepared.open(run.transaction(), run.frame(), run.counters(this));
        return full && run.hasLimit() ? new Limited(cursor, run) : cursor;
    }

    @Override
    public String describe() {
        return "store: " + prepared.describe();
    }

    /** Counts each row read against the limit. */
    private record Limited(RowCursor cursor, Run run) implements RowCursor {
        @Override
        public boolean next() {
            boolean more = cursor.next();
            if (more) {
                run.rowKept("full scan");
            }
            return more;
        }

        @Override
        public void rewind() {
            cursor.rewind();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
