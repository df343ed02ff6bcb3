package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Limit;
import org.jspecify.annotations.Nullable;

/** The offset and count of a page, computed when a run begins. */
public record PageBounds(@Nullable Evaluator first, @Nullable Evaluator size) {

    public static PageBounds of(Limit limit, ExpressionCompiler compiler) {
        return new PageBounds(
                limit.offset().map(compiler::compile).orElse(null),
                limit.count().map(compiler::compile).orElse(null));
    }

    public long offset(Frame frame) {
        return number(first, frame, "offset", 0);
    }

    /** Returns how many rows there are at most; {@link Long#MAX_VALUE} for all. */
    public long count(Frame frame) {
        return number(size, frame, "count", Long.MAX_VALUE);
    }

    /** Returns how many rows are read at most. */
    public long end(Frame frame) {
        long count = count(frame);
        long offset = offset(frame);
        return count > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + count;
    }

    private static long number(@Nullable Evaluator evaluator, Frame frame, String name, long absent) {
        Object value = evaluator == null ? null : evaluator.value(frame);
        if (value == null) {
            return absent;
        }
        long number = ((Number) value).longValue();
        if (number < 0) {
            throw new EvaluationException(EvaluationMessages.NEGATIVE_PAGE, name, number);
        }
        return number;
    }
}
