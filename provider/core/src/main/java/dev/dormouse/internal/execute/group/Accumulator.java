package dev.dormouse.internal.execute.group;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import org.jspecify.annotations.Nullable;

/** One aggregate of one group while its rows come. */
public interface Accumulator {

    /** Takes a row; the argument is computed from the frame. */
    void add(Evaluator argument, Frame frame);

    /** Returns the aggregate of the rows so far. */
    @Nullable
    Object result();
}
