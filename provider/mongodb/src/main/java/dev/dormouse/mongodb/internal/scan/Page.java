package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Limit;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows are wanted.
 *
 * @param offset how many are passed over, null for none
 * @param count how many follow at most, null for all
 */
record Page(@Nullable Evaluator offset, @Nullable Evaluator count) {

    static final Page ALL = new Page(null, null);

    static Page of(@Nullable Limit limit) {
        return limit == null
                ? ALL
                : new Page(
                        limit.offset().map(ExpressionCompiler::simple).orElse(null),
                        limit.count().map(ExpressionCompiler::simple).orElse(null));
    }

    long offset(Frame frame) {
        return number(offset, frame, "offset", 0);
    }

    long count(Frame frame) {
        return number(count, frame, "count", Long.MAX_VALUE);
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
