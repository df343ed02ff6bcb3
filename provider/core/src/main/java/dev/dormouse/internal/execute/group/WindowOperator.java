package dev.dormouse.internal.execute.group;

import dev.dormouse.internal.execute.operator.InputCursor;
import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.internal.execute.operator.RowFormat;
import dev.dormouse.internal.execute.operator.RowKey;
import dev.dormouse.internal.execute.operator.Run;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets rows wait until all that agree in the keys, which follow one another, have come; then hands them on with what was computed of them. */
public final class WindowOperator extends Operator {

    private final Operator input;
    private final List<Evaluator> keys;
    private final List<AggregateCall> calls;
    private final RowFormat format;

    public WindowOperator(
            int number, Operator input, List<Evaluator> keys, List<AggregateCall> calls, RowFormat format) {
        super(number);
        this.input = input;
        this.keys = keys;
        this.calls = calls;
        this.format = format;
    }

    @Override
    public RowCursor open(Run run) {
        return new WindowCursor(run);
    }

    private final class WindowCursor extends InputCursor {
        private final List<@Nullable Object[]> waiting = new ArrayList<>();
        private final @Nullable Object[] results = new Object[calls.size()];
        private @Nullable Object @Nullable [] ahead;
        private int at;
        private boolean drained;

        WindowCursor(Run run) {
            super(WindowOperator.this, input, run);
        }

        @Override
        protected boolean advance() {
            if (at == waiting.size() && !gather()) {
                return false;
            }
            format.restore(frame, waiting.get(at++));
            for (int i = 0; i < results.length; i++) {
                frame.set(calls.get(i).slot(), results[i]);
            }
            return true;
        }

        /** Reads the rows that agree with the next one, and the first that does not; false at the end. */
        private boolean gather() {
            waiting.clear();
            at = 0;
            if (ahead != null) {
                format.restore(frame, ahead);
                ahead = null;
            } else if (!nextRow()) {
                return false;
            }
            Object key = RowKey.withoutNulls(keys, frame);
            List<Accumulator> accumulators =
                    calls.stream().map(AggregateCall::begin).toList();
            do {
                add(accumulators);
            } while (nextRow() && agrees(key));
            for (int i = 0; i < results.length; i++) {
                results[i] = key == null ? null : accumulators.get(i).result();
            }
            return true;
        }

        private boolean nextRow() {
            drained = drained || !source.next();
            return !drained;
        }

        private void add(List<Accumulator> accumulators) {
            run.rowKept("window");
            for (int i = 0; i < accumulators.size(); i++) {
                accumulators.get(i).add(calls.get(i).argument(), frame);
            }
            waiting.add(format.save(frame));
        }

        private boolean agrees(@Nullable Object key) {
            if (key != null && key.equals(RowKey.withoutNulls(keys, frame))) {
                return true;
            }
            ahead = format.save(frame);
            return false;
        }

        @Override
        protected void restart() {
            super.restart();
            forget();
        }

        private void forget() {
            waiting.clear();
            at = 0;
            ahead = null;
            drained = false;
        }

        @Override
        protected void release() {
            super.release();
            forget();
        }
    }
}
