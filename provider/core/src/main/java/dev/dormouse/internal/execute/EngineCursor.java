package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;

/** A cursor of the engine: counts the rows that it hands on, stays at its end until it is rewound. */
abstract class EngineCursor implements RowCursor {

    private enum State {
        READY,
        ENDED,
        CLOSED
    }

    final Execution execution;
    final Frame frame;
    private final Counters counters;
    private State state = State.READY;

    EngineCursor(Operator operator, Execution execution) {
        this.execution = execution;
        this.frame = execution.frame();
        this.counters = execution.counters(operator);
    }

    /** Moves to the next row and fills its slots; false at the end. */
    abstract boolean advance();

    /** Forgets where it is. */
    abstract void restart();

    /** Closes what it has opened. */
    abstract void release();

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
