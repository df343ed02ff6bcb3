package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;

/** A cursor of the engine over one input. */
abstract class InputCursor extends EngineCursor {

    final RowCursor source;

    InputCursor(Operator operator, Operator input, Execution execution) {
        super(operator, execution);
        this.source = input.open(execution);
    }

    @Override
    void restart() {
        source.rewind();
    }

    @Override
    void release() {
        source.close();
    }
}
