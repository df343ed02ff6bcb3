package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import java.util.List;

/** Computes the select items of each row. */
final class ProjectOperator extends Operator {

    private final Operator input;
    private final int[] slots;
    private final Evaluator[] items;

    ProjectOperator(int number, Operator input, int[] slots, List<Evaluator> items) {
        super(number);
        this.input = input;
        this.slots = slots;
        this.items = items.toArray(Evaluator[]::new);
    }

    @Override
    RowCursor open(Execution execution) {
        return new InputCursor(this, input, execution) {
            @Override
            boolean advance() {
                if (!source.next()) {
                    return false;
                }
                for (int i = 0; i < slots.length; i++) {
                    frame.set(slots[i], items[i].value(frame));
                }
                return true;
            }
        };
    }
}
