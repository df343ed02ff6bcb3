package dev.dormouse.internal.execute.subquery;

import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.internal.execute.operator.Reopening;
import dev.dormouse.internal.execute.operator.RowKey;
import dev.dormouse.internal.execute.operator.Run;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compiled subquery. Its run lives in a place of the frame after the plan's slots, so that the evaluators that share it stay without state.
 *
 * @param query its rows
 * @param correlation what they depend on
 * @param executionPlace where the frame holds the {@link Run}
 * @param place where the frame holds the {@link SubqueryRun}
 */
public record Subquery(Operator query, Correlation correlation, int executionPlace, int place) {

    /**
     * Returns what follows from the subquery's rows, computed once for all rows around it, or once for each combination of values that it
     * depends on.
     *
     * @param operands further values that the result depends on
     */
    public @Nullable Object result(
            Frame frame, List<Evaluator> operands, Function<RowCursor, @Nullable Object> computation) {
        SubqueryRun run = run(frame);
        if (correlation.values().isEmpty() || run.remembersNothing()) {
            return computation.apply(run.rows());
        }
        List<Evaluator> values = correlation.values().get();
        Object key = operands.isEmpty()
                ? RowKey.of(values, frame)
                : List.of(RowKey.of(values, frame), RowKey.of(operands, frame));
        return run.remembered(key, computation);
    }

    private SubqueryRun run(Frame frame) {
        SubqueryRun own = (SubqueryRun) frame.slot(place);
        if (own == null) {
            Run run = (Run) Objects.requireNonNull(frame.slot(executionPlace));
            Reopening rows = new Reopening(query, run);
            run.closeLater(rows);
            own = new SubqueryRun(rows);
            frame.set(place, own);
        }
        return own;
    }
}
