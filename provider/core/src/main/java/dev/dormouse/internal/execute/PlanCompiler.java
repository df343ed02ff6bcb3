package dev.dormouse.internal.execute;

import dev.dormouse.internal.execute.join.BatchedLookups;
import dev.dormouse.internal.execute.subquery.SubqueryConditions;
import dev.dormouse.store.Store;
import dev.dormouse.store.plan.Plan;
import java.util.List;

/** Makes plans executable on one store. Thread-safe. */
public final class PlanCompiler {

    private final Store store;
    private final long scanLimit;

    /**
     * Makes one.
     *
     * @param store where the tables are
     * @param scanLimit how many rows the engine may read from full scans and keep in one run; 0 for no limit
     */
    public PlanCompiler(Store store, long scanLimit) {
        this.store = store;
        this.scanLimit = scanLimit;
    }

    /** Compiles a plan that the optimizer has seen, of which nothing is expected. */
    public ExecutablePlan compile(Plan plan) {
        return compile(plan, List.of(), ExpectedWork.ANY);
    }

    /**
     * Compiles a plan that the optimizer has seen.
     *
     * @param advice sentences that EXPLAIN shows below the plan
     * @param expected how much work is expected of its runs
     */
    public ExecutablePlan compile(Plan plan, List<String> advice, ExpectedWork expected) {
        long version = store.catalog().version();
        Plan separated = SubqueryConditions.separate(plan);
        Plan batched = store.features().remote() ? BatchedLookups.in(separated) : separated;
        return new Compilation(store, batched).finish(version, scanLimit, advice, expected);
    }
}
