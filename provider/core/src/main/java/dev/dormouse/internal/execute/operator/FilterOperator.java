package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.type.Truth;

/** Hands on the rows for which a condition is true. */
public final class FilterOperator extends Operator {

    private final Operator input;
    private final Evaluator condition;

    public FilterOperator(int number, Operator input, Evaluator condition) {
        super(number);
        this.input = input;
        this.condition = condition;
    }

    @Override
    public RowCursor open(Run run) {
        return new InputCursor(this, input, run) {
            @Override
            protected boolean advance() {
                while (source.next()) {
                    if (condition.test(frame) == Truth.TRUE) {
                        return true;
                    }
                }
                return false;
            }
        };
    }
}
