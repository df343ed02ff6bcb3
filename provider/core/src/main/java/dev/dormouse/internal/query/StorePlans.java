package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.execute.PlanCompiler;
import dev.dormouse.internal.optimize.OptimizedPlan;
import dev.dormouse.internal.optimize.Optimizer;
import dev.dormouse.store.Store;
import dev.dormouse.store.plan.Plan;
import java.util.Set;

/** Makes plans ready for one store. Thread-safe. */
public final class StorePlans implements PlanPreparation {

    private final Store store;
    private final Optimizer optimizer;
    private final PlanCompiler compiler;

    /**
     * Makes one.
     *
     * @param scanLimit how many rows a query may read outside of any index; 0 for no limit
     */
    public StorePlans(Store store, long scanLimit) {
        this.store = store;
        this.optimizer = new Optimizer(store::statistics, Set.of());
        this.compiler = new PlanCompiler(store, scanLimit);
    }

    @Override
    public ExecutablePlan prepare(Plan plan) {
        OptimizedPlan optimized = optimizer.optimize(plan);
        return compiler.compile(optimized.plan(), optimized.advice());
    }

    @Override
    public long catalogVersion() {
        return store.catalog().version();
    }
}
