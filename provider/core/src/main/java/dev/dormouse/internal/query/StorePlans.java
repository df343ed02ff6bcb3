package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.execute.PlanCompiler;
import dev.dormouse.store.Store;
import dev.dormouse.store.plan.Plan;

/** Makes plans ready for one store. Thread-safe. */
public final class StorePlans implements PlanPreparation {

    private final Store store;
    private final PlanCompiler compiler;

    /**
     * Makes one.
     *
     * @param scanLimit how many rows a query may read outside of any index; 0 for no limit
     */
    public StorePlans(Store store, long scanLimit) {
        this.store = store;
        this.compiler = new PlanCompiler(store, scanLimit);
    }

    @Override
    public ExecutablePlan prepare(Plan plan) {
        return compiler.compile(plan);
    }

    @Override
    public long catalogVersion() {
        return store.catalog().version();
    }
}
