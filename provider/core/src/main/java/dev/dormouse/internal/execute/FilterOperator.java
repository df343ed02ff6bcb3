package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.type.Truth;

/** Hands on the rows for which a condition is true. */
final class FilterOperator extends Operator {

    private final Operator input;
    private final Evaluator condition;

    FilterOperator(int number, Operator input, Evaluator condition) {
        super(number);
        this.input = input;
        this.condition = condition;
    }

    @Override
    RowCursor open(Execution execution) {
        return new InputCursor(this, input, execution) {
            @Override
            boolean advance() {
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
