package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.mongodb.internal.transaction.OpenFind;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;

/** The one row of a count. It is asked for when it is opened, so nothing changes it later. */
final class CountCursor implements RowCursor, OpenFind {

    private final PreparedCount plan;
    private final MongoTransaction transaction;
    private final Frame frame;
    private final Counters counters;
    private final long records;
    private boolean ended;

    CountCursor(PreparedCount plan, MongoTransaction transaction, Frame frame, Counters counters) {
        this.plan = plan;
        this.transaction = transaction;
        this.frame = frame;
        this.counters = counters;
        this.records = plan.count(this, transaction);
    }

    @Override
    public boolean next() {
        if (ended) {
            return false;
        }
        ended = true;
        for (int slot : plan.slots()) {
            frame.set(slot, records);
        }
        counters.row();
        return true;
    }

    @Override
    public void rewind() {
        ended = false;
    }

    @Override
    public void fetchRest() {
        // The number is known.
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void close() {
        ended = true;
        transaction.closed(this);
    }
}
