package dev.dormouse.internal.session;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.execute.Execution;
import dev.dormouse.query.QueryExplanation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The explanation of a query: its plan, and the figures of its last run. Belongs to one thread. */
final class LastRun implements QueryExplanation {

    private final Supplier<ExecutablePlan> plan;
    private @Nullable Execution execution;

    /** Makes one for a query that has not run; its plan is made when it is asked for. */
    LastRun(Supplier<ExecutablePlan> plan) {
        this.plan = plan;
    }

    void set(Execution last) {
        execution = last;
    }

    @Override
    public String text() {
        return execution == null ? plan.get().explain() : execution.explain();
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
