package dev.dormouse.store.writeset.scan;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.record.MalformedKeyException;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.Truth;
import dev.dormouse.store.writeset.IndexedMaps;
import dev.dormouse.store.writeset.OpenScan;
import dev.dormouse.store.writeset.WriteSetTransaction;
import org.jspecify.annotations.Nullable;

/** A cursor over the records of one scan: puts each that passes the conditions into the scan's slot. */
abstract class ScanCursor implements RowCursor, OpenScan {

    private enum State {
        NEW,
        OPEN,
        CLOSED,
        ENDED
    }

    private final WriteSetTransaction transaction;
    private final int slot;
    private final Evaluator[] conditions;
    private final TableDefinition table;
    private final Frame frame;
    private final Counters counters;
    private final IndexedMaps maps;
    private State state = State.NEW;

    ScanCursor(ScanSetting setting) {
        transaction = setting.transaction();
        table = setting.table();
        slot = setting.slot();
        conditions = setting.conditions();
        frame = setting.frame();
        counters = setting.counters();
        maps = transaction.scanOpened(this);
    }

    final IndexedMaps maps() {
        return maps;
    }

    final TableDefinition table() {
        return table;
    }

    final Frame frame() {
        return frame;
    }

    final Counters counters() {
        return counters;
    }

    /** Computes the bounds from the frame and goes before the first record. */
    abstract void start();

    /** Returns the next record, or null. */
    abstract @Nullable RecordView advance();

    /** Closes what is open in the store. */
    abstract void release();

    private void begin() {
        try {
            start();
            state = State.OPEN;
        } catch (MalformedKeyException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public final boolean next() {
        if (state != State.OPEN) {
            checkOpen();
            begin();
        }
        for (RecordView record = advance(); record != null; record = advance()) {
            frame.step();
            frame.set(slot, record);
            if (passes()) {
                counters.row();
                return true;
            }
        }
        return false;
    }

    private boolean passes() {
        for (Evaluator condition : conditions) {
            if (condition.test(frame) != Truth.TRUE) {
                return false;
            }
        }
        return true;
    }

    private void checkOpen() {
        if (state == State.ENDED) {
            throw new StoreException(StoreMessages.NOT_ACTIVE.text("its cursor was still open"));
        }
        if (state == State.CLOSED) {
            throw new AssertionError("the cursor is closed");
        }
    }

    @Override
    public final void rewind() {
        checkOpen();
        begin();
    }

    @Override
    public final void end() {
        if (state != State.CLOSED) {
            state = State.ENDED;
            release();
        }
    }

    @Override
    public final void close() {
        if (state == State.NEW || state == State.OPEN) {
            release();
            transaction.scanClosed(this);
        }
        state = State.CLOSED;
    }

    @Override
    public String toString() {
        return "stream of " + table.name();
    }
}
