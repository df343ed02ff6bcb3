package dev.dormouse.store.evaluate;

import dev.dormouse.store.type.Truth;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression. Without state, shared by threads; what belongs to one execution is in the {@link Frame}.
 *
 * <p>Numbers and conditions have paths without boxing: for INTEGER and LONG {@link #isNull} and then {@link #longValue}, for FLOAT and
 * DOUBLE {@link #doubleValue}, for conditions {@link #test}. {@link #isPrimitive} tells whether the first two are cheaper than {@link #value}.
 */
public abstract class Evaluator {

    /** For subclasses; the engine adds those of subqueries. */
    protected Evaluator() {}

    /**
     * Computes the value.
     *
     * @throws EvaluationException if the values have no result, such as a division by zero
     */
    public abstract @Nullable Object value(Frame frame);

    /** Computes the truth of a condition. */
    public Truth test(Frame frame) {
        return Truth.ofNullable((Boolean) value(frame));
    }

    /** Tells whether the value is null. */
    public boolean isNull(Frame frame) {
        return value(frame) == null;
    }

    /** Tells whether {@link #isNull} followed by a primitive value neither boxes nor computes twice. */
    public boolean isPrimitive() {
        return false;
    }

    /** Computes an INTEGER or LONG that is not null. */
    public long longValue(Frame frame) {
        return number(frame).longValue();
    }

    /** Computes a number that is not null as a double. */
    public double doubleValue(Frame frame) {
        return number(frame).doubleValue();
    }

    private Number number(Frame frame) {
        Object value = value(frame);
        if (value == null) {
            throw new AssertionError("computed as a primitive, but null");
        }
        return (Number) value;
    }
}
