package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.plan.Plan;
import java.util.Optional;

/** What a store of ordered maps takes of a plan. */
public final class MapPlans {

    private MapPlans() {}

    /** Takes a scan, perhaps under filters without subquery, or the count of a whole table. */
    public static Optional<PreparedPlan> prepare(Plan plan) {
        return PreparedScan.prepare(plan).or(() -> PreparedCount.prepare(plan));
    }
}
