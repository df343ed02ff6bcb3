package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.execute.ExpectedWork;
import dev.dormouse.internal.execute.PlanCompiler;
import dev.dormouse.internal.optimize.OptimizedPlan;
import dev.dormouse.internal.optimize.Optimizer;
import dev.dormouse.internal.optimize.access.KeptStatistics;
import dev.dormouse.internal.optimize.access.Statistics;
import dev.dormouse.store.Store;
import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import java.util.Set;

/** Makes plans ready for one store. Thread-safe. */
public final class StorePlans implements PlanPreparation {

    private final Store store;
    private final KeptStatistics statistics;
    private final Optimizer optimizer;
    private final PlanCompiler compiler;

    /**
     * Makes one.
     *
     * @param scanLimit how many rows a query may read outside of any index; 0 for no limit
     */
    public StorePlans(Store store, long scanLimit) {
        this.store = store;
        this.statistics = new KeptStatistics(
                new StoreStatistics(store), () -> store.catalog().version(), System::nanoTime);
        this.optimizer = new Optimizer(statistics, Set.of());
        this.compiler = new PlanCompiler(store, scanLimit);
    }

    /** What the store knows of its tables. */
    private record StoreStatistics(Store store) implements Statistics {
        @Override
        public TableStatistics of(TableDefinition table) {
            return store.statistics(table);
        }

        @Override
        public List<RecordView> sample(TableDefinition table) {
            return store.sample(table);
        }
    }

    @Override
    public ExecutablePlan prepare(Plan plan, double surprise) {
        if (surprise > 0) {
            statistics.forget();
        }
        OptimizedPlan optimized = optimizer.optimize(plan);
        return compiler.compile(optimized.plan(), optimized.advice(), ExpectedWork.of(optimized.work(), surprise));
    }

    @Override
    public long catalogVersion() {
        return store.catalog().version();
    }
}
