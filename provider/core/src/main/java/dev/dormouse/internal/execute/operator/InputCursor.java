package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;

/** A cursor of the engine over one input. */
public abstract class InputCursor extends EngineCursor {

    protected final RowCursor source;

    public InputCursor(Operator operator, Operator input, Run run) {
        super(operator, run);
        this.source = input.open(run);
    }

    @Override
    protected void restart() {
        source.rewind();
    }

    @Override
    protected void release() {
        source.close();
    }
}
