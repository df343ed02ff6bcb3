package dev.dormouse.internal.execute.group;

import dev.dormouse.internal.execute.operator.InputCursor;
import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.internal.execute.operator.RowKey;
import dev.dormouse.internal.execute.operator.Run;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.plan.Slot;
import java.util.HashSet;
import java.util.Set;

/** Hands on the first row of each combination of keys, as soon as it comes. */
public final class DistinctOperator extends Operator {

    private final Operator input;
    private final GroupKeys keys;
    private final int[] slots;

    public DistinctOperator(int number, Operator input, GroupKeys keys) {
        super(number);
        this.input = input;
        this.keys = keys;
        this.slots = keys.slots().stream().mapToInt(Slot::id).toArray();
    }

    @Override
    public RowCursor open(Run run) {
        return new FirstCursor(run);
    }

    private final class FirstCursor extends InputCursor {
        private final Set<Object> seen = new HashSet<>();

        FirstCursor(Run run) {
            super(DistinctOperator.this, input, run);
        }

        @Override
        protected boolean advance() {
            while (source.next()) {
                if (seen.add(RowKey.of(keys.identities(), frame))) {
                    run.rowKept("distinct");
                    for (int i = 0; i < slots.length; i++) {
                        frame.set(slots[i], keys.values().get(i).value(frame));
                    }
                    return true;
                }
            }
            return false;
        }

        @Override
        protected void restart() {
            super.restart();
            seen.clear();
        }

        @Override
        protected void release() {
            super.release();
            seen.clear();
        }
    }
}
