package dev.dormouse.internal.query.result;

import dev.dormouse.internal.context.load.EntityRows;
import dev.dormouse.internal.execute.Execution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of one execution, in chunks: what is eager is loaded for all rows of a chunk together. Belongs to one thread. */
public final class ResultRows {

    private static final int USUAL = 10;

    private final Execution execution;
    private final ResultShape shape;
    private final EntityRows entities;
    private final RowContext row;
    private @Nullable Object last;
    private boolean isFirst = true;
    private boolean isOver;

    public ResultRows(Execution execution, ResultShape shape, EntityRows entities) {
        this.execution = execution;
        this.shape = shape;
        this.entities = entities;
        this.row = new RowContext(execution.frame(), entities);
    }

    /** Returns whether the last row was read. */
    public boolean isOver() {
        return isOver;
    }

    /** Returns the next results, at most as many as asked for; fewer only at the end. */
    public List<@Nullable Object> next(int most) {
        List<@Nullable Object> results = new ArrayList<>(Math.min(most, USUAL));
        while (!isOver && results.size() < most) {
            if (execution.next()) {
                add(shape.reader().read(row), results);
            } else {
                isOver = true;
            }
        }
        row.deliver();
        entities.complete();
        return results;
    }

    private void add(@Nullable Object result, List<@Nullable Object> results) {
        if (isFirst || !shape.isRepeated(last, result)) {
            results.add(result);
        }
        isFirst = false;
        last = result;
    }
}
