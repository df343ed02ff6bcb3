package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.plan.Unnest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Repeats each row for the elements of an array. */
public final class UnnestOperator extends Operator {

    private final Operator input;
    private final Evaluator array;
    private final int element;
    private final int position;
    private final boolean outer;

    public UnnestOperator(int number, Operator input, Evaluator array, Unnest unnest) {
        super(number);
        this.input = input;
        this.array = array;
        this.element = unnest.element().id();
        this.position = unnest.position().map(slot -> slot.id()).orElse(-1);
        this.outer = unnest.outer();
    }

    @Override
    public RowCursor open(Run run) {
        return new ElementCursor(run);
    }

    private final class ElementCursor extends InputCursor {
        private List<?> elements = List.of();
        private int at;

        ElementCursor(Run run) {
            super(UnnestOperator.this, input, run);
        }

        @Override
        protected boolean advance() {
            while (at >= elements.size()) {
                if (!source.next()) {
                    return false;
                }
                List<?> array = (List<?>) UnnestOperator.this.array.value(frame);
                elements = array == null ? List.of() : array;
                at = 0;
                if (elements.isEmpty() && outer) {
                    fill(null, null);
                    return true;
                }
            }
            fill(elements.get(at), at);
            at++;
            return true;
        }

        private void fill(@Nullable Object value, @Nullable Integer index) {
            frame.set(element, value);
            if (position >= 0) {
                frame.set(position, index);
            }
        }

        @Override
        protected void restart() {
            super.restart();
            elements = List.of();
            at = 0;
        }
    }
}
