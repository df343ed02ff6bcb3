package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.plan.Slot;
import java.util.HashSet;
import java.util.Set;

/** Hands on the first row of each combination of keys, as soon as it comes. */
final class DistinctOperator extends Operator {

    private final Operator input;
    private final GroupKeys keys;
    private final int[] slots;

    DistinctOperator(int number, Operator input, GroupKeys keys) {
        super(number);
        this.input = input;
        this.keys = keys;
        this.slots = keys.slots().stream().mapToInt(Slot::id).toArray();
    }

    @Override
    RowCursor open(Execution execution) {
        return new FirstCursor(execution);
    }

    private final class FirstCursor extends InputCursor {
        private final Set<Object> seen = new HashSet<>();

        FirstCursor(Execution execution) {
            super(DistinctOperator.this, input, execution);
        }

        @Override
        boolean advance() {
            while (source.next()) {
                if (seen.add(RowKey.of(keys.identities(), frame))) {
                    execution.rowKept("distinct");
                    for (int i = 0; i < slots.length; i++) {
                        frame.set(slots[i], keys.values().get(i).value(frame));
                    }
                    return true;
                }
            }
            return false;
        }

        @Override
        void restart() {
            super.restart();
            seen.clear();
        }

        @Override
        void release() {
            super.release();
            seen.clear();
        }
    }
}
