package dev.dormouse.internal.optimize;

import dev.dormouse.store.plan.Plan;
import java.util.List;

/**
 * What the optimizer made of a plan.
 *
 * @param plan the plan to run
 * @param advice sentences for EXPLAIN about full scans that an index would avoid
 */
public record OptimizedPlan(Plan plan, List<String> advice) {

    public OptimizedPlan {
        advice = List.copyOf(advice);
    }
}
