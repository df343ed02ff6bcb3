package dev.dormouse.internal.execute;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;

/** A subtree that the store runs. */
final class StoreOperator extends Operator {

    private final PreparedPlan prepared;
    private final boolean full;

    /**
     * Makes one.
     *
     * @param full whether a whole table is read, which the limit of rows counts
     */
    StoreOperator(int number, PreparedPlan prepared, boolean full) {
        super(number);
        this.prepared = prepared;
        this.full = full;
    }

    @Override
    RowCursor open(Execution execution) {
        RowCursor cursor = prepared.open(execution.transaction(), execution.frame(), execution.counters(this));
        return full && execution.hasLimit() ? new Limited(cursor, execution) : cursor;
    }

    @Override
    String describe() {
        return "store: " + prepared.describe();
    }

    /** Counts each row read against the limit. */
    private record Limited(RowCursor cursor, Execution execution) implements RowCursor {
        @Override
        public boolean next() {
            boolean more = cursor.next();
            if (more) {
                execution.rowKept("full scan");
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
