package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;

/** A cursor of the engine: counts the rows that it hands on, stays at its end until it is rewound. */
public abstract class EngineCursor implements RowCursor {

    private enum State {
        READY,
        ENDED,
        CLOSED
    }

    protected final Run run;
    protected final Frame frame;
    private final Counters counters;
    private State state = State.READY;

    public EngineCursor(Operator operator, Run run) {
        this.run = run;
        this.frame = run.frame();
        this.counters = run.counters(operator);
    }

    /** Moves to the next row and fills its slots; false at the end. */
    protected abstract boolean advance();

    /** Forgets where it is. */
    protected abstract void restart();

    /** Closes what it has opened. */
    protected abstract void release();

    @Override
    public final boolean next() {
        if (state != State.READY) {
            return false;
        }
        frame.step();
        if (advance()) {
            counters.row();
            return true;
        }
        state = State.ENDED;
        return false;
    }

    @Override
    public final void rewind() {
        if (state == State.CLOSED) {
            throw new AssertionError("rewound after close");
        }
        state = State.READY;
        restart();
    }

    @Override
    public final void close() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            release();
        }
    }
}
