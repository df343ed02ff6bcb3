package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.evaluate.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cursors of one run of a plan share. Belongs to one thread. */
public final class Run implements AutoCloseable {

    private final StoreTransaction transaction;
    private final Frame frame;
    private final @Nullable Counters[] counters;
    private final long scanLimit;
    private List<Reopening> subqueries = List.of();
    private long rowsKept;

    /**
     * Begins a run.
     *
     * @param operators how many operators have counters
     * @param scanLimit how many rows may be read from full scans and kept; 0 for no limit
     */
    public Run(StoreTransaction transaction, Frame frame, int operators, long scanLimit) {
        this.transaction = transaction;
        this.frame = frame;
        this.counters = new Counters[operators];
        this.scanLimit = scanLimit;
    }

    public StoreTransaction transaction() {
        return transaction;
    }

    public Frame frame() {
        return frame;
    }

    /** Returns the counters by the number of the operator, null for one that did nothing yet; not a copy. */
    public @Nullable Counters[] counters() {
        return counters;
    }

    public Counters counters(Operator operator) {
        Counters own = counters[operator.number()];
        if (own == null) {
            own = new Counters();
            counters[operator.number()] = own;
        }
        return own;
    }

    public boolean hasLimit() {
        return scanLimit > 0;
    }

    /** Counts a row that the engine reads from a full scan or keeps, against the limit. */
    public void rowKept(String why) {
        rowsKept++;
        if (scanLimit > 0 && rowsKept > scanLimit) {
            throw new EvaluationException(EvaluationMessages.SCAN_LIMIT, why, scanLimit);
        }
    }

    /** Registers what a subquery holds, to be closed with this run. */
    public void closeLater(Reopening subquery) {
        if (subqueries.isEmpty()) {
            subqueries = new ArrayList<>();
        }
        subqueries.add(subquery);
    }

    /** Closes what subqueries hold. */
    @Override
    public void close() {
        if (!subqueries.isEmpty()) {
            subqueries.forEach(Reopening::close);
        }
    }
}
