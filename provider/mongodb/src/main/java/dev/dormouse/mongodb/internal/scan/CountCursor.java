package dev.dormouse.mongodb.internal.scan;

import com.mongodb.MongoException;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.mongodb.internal.transaction.OpenFind;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;

/** The one row of a count. */
final class CountCursor implements RowCursor, OpenFind {

    private final PreparedCount plan;
    private final MongoTransaction transaction;
    private final Frame frame;
    private final Counters counters;
    private final TableForm form;
    private boolean ended;

    CountCursor(PreparedCount plan, MongoTransaction transaction, Frame frame, Counters counters) {
        this.plan = plan;
        this.transaction = transaction;
        this.frame = frame;
        this.counters = counters;
        this.form = transaction.form(plan.find().scan().table());
    }

    @Override
    public boolean next() {
        if (ended) {
            return false;
        }
        ended = true;
        long records = count();
        for (int slot : plan.slots()) {
            frame.set(slot, records);
        }
        counters.row();
        return true;
    }

    private long count() {
        Find find = plan.find().find(form, frame);
        if (find == null) {
            return 0;
        }
        if (!find.isExact()) {
            return countHere();
        }
        try {
            return transaction.find(this, form, session -> PreparedCount.ofServer(find, transaction, session));
        } catch (MongoException e) {
            throw DriverFailures.mapped(e, form.table().name());
        }
    }

    private long countHere() {
        long records = 0;
        try (RowCursor rows = new FindCursor(plan.find(), transaction, frame, counters)) {
            while (rows.next()) {
                records++;
            }
        }
        return records;
    }

    @Override
    public void rewind() {
        ended = false;
    }

    @Override
    public void fetchRest() {
        // A number that was asked for is known.
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
