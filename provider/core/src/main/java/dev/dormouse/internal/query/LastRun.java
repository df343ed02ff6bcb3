package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.Execution;
import dev.dormouse.query.QueryExplanation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The explanation of a query: its plan, and the figures of its last run. Belongs to one thread. */
public final class LastRun implements QueryExplanation {

    private final Supplier<CompiledStatement> statement;
    private @Nullable Execution execution;

    /** Makes one for a query that has not run; what is compiled is asked for when the plan is. */
    public LastRun(Supplier<CompiledStatement> statement) {
        this.statement = statement;
    }

    /** Notes a run. */
    public void set(QueryRun run) {
        execution = run.execution();
    }

    void set(Execution last) {
        execution = last;
    }

    @Override
    public String text() {
        return execution == null ? statement.get().explain() : execution.explain();
    }

    @Override
    public long entriesVisited() {
        return execution == null ? 0 : execution.entriesVisited();
    }

    @Override
    public long recordsFetched() {
        return execution == null ? 0 : execution.recordsFetched();
    }

    @Override
    public long rows() {
        return execution == null ? 0 : execution.rows();
    }
}
