package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.store.plan.Plan;

/** Makes plans ready to run: optimizes and compiles them. Thread-safe. */
public interface PlanPreparation {

    ExecutablePlan prepare(Plan plan);

    /** Returns the version of the catalog now; a plan of another version is prepared anew. */
    long catalogVersion();
}
