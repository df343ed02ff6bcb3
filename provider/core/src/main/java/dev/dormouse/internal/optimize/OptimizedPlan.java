package dev.dormouse.internal.optimize;

import dev.dormouse.store.plan.Plan;
import java.util.List;

/**
 * What the optimizer made of a plan.
 *
 * @param plan the plan to run
 * @param advice sentences for EXPLAIN about full scans that an index would avoid
 * @param work the work that is expected of a run, about the number of entries and records that it reads
 */
public record OptimizedPlan(Plan plan, List<String> advice, double work) {

    public OptimizedPlan {
        advice = List.copyOf(advice);
    }
}
