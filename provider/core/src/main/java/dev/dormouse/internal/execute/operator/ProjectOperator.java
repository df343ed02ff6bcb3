package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import java.util.List;

/** Computes the select items of each row. */
public final class ProjectOperator extends Operator {

    private final Operator input;
    private final int[] slots;
    private final Evaluator[] items;

    public ProjectOperator(int number, Operator input, int[] slots, List<Evaluator> items) {
        super(number);
        this.input = input;
        this.slots = slots;
        this.items = items.toArray(Evaluator[]::new);
    }

    @Override
    public RowCursor open(Run run) {
        return new InputCursor(this, input, run) {
            @Override
            protected boolean advance() {
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
