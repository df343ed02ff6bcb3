package dev.dormouse.internal.memory;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;

/** A prepared plan that finds the transaction under a recorded one. */
record RecordedPlan(PreparedPlan plan, MemoryProbe probe) implements PreparedPlan {

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        if (probe.isRecording()) {
            probe.requested("open", plan.describe());
        }
        return plan.open(
                transaction instanceof RecordedTransaction recorded ? recorded.transaction() : transaction,
                frame,
                counters);
    }

    @Override
    public String describe() {
        return plan.describe();
    }
}
