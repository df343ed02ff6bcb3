package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.store.plan.Plan;

/** Makes plans ready to run: optimizes and compiles them. Thread-safe. */
public interface PlanPreparation {

    /**
     * Makes a plan ready.
     *
     * @param surprise how much work a run of an earlier plan of the same statement did, far more than expected; 0 for none
     */
    ExecutablePlan prepare(Plan plan, double surprise);

    /** Returns the version of the catalog now; a plan of another version is prepared anew. */
    long catalogVersion();
}
