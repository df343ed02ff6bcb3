package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.UndecidedException;
import org.jspecify.annotations.Nullable;

/** A subtree that the store runs. */
public final class StoreOperator extends Operator {

    private final PreparedPlan prepared;
    private final boolean full;
    private final @Nullable Operator instead;

    /**
     * Makes one.
     *
     * @param full whether a whole table is read, which the limit of rows counts
     * @param instead what runs the subtree where the store cannot decide; null if it always can
     */
    public StoreOperator(int number, PreparedPlan prepared, boolean full, @Nullable Operator instead) {
        super(number);
        this.prepared = prepared;
        this.full = full;
        this.instead = instead;
    }

    @Override
    public RowCursor open(Run run) {
        RowCursor cursor = prepared.open(run.transaction(), run.frame(), run.counters(this));
        if (instead != null) {
            return new Deciding(cursor, instead, run);
        }
        return full && run.hasLimit() ? new Limited(cursor, run) : cursor;
    }

    @Override
    public String describe() {
        return "store: " + prepared.describe();
    }

    /** Lets the engine go on where the store cannot. */
    private static final class Deciding implements RowCursor {
        private final Operator instead;
        private final Run run;
        private RowCursor rows;

        Deciding(RowCursor ofStore, Operator instead, Run run) {
            this.rows = ofStore;
            this.instead = instead;
            this.run = run;
        }

        @Override
        public boolean next() {
            try {
                return rows.next();
            } catch (UndecidedException e) {
                rows.close();
                rows = instead.open(run);
                return rows.next();
            }
        }

        @Override
        public void rewind() {
            rows.rewind();
        }

        @Override
        public void close() {
            rows.close();
        }
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
