package dev.dormouse.store.evaluate;

import dev.dormouse.store.type.Truth;
import org.jspecify.annotations.Nullable;

/** A compiled condition: its truth comes first, its value from it. */
public abstract class ConditionEvaluator extends Evaluator {

    /** For subclasses. */
    protected ConditionEvaluator() {}

    @Override
    public abstract Truth test(Frame frame);

    @Override
    public final @Nullable Object value(Frame frame) {
        return test(frame).toBoolean();
    }

    @Override
    public final boolean isNull(Frame frame) {
        return test(frame) == Truth.UNKNOWN;
    }
}
