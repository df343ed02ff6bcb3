package dev.dormouse.internal.optimize.rule;

import dev.dormouse.internal.optimize.access.Estimates;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.StoreType;

/** What rules share while one query is optimized: estimates, and slots for what they add. */
public final class RuleContext {

    private final Estimates estimates;
    private int nextSlot;

    /**
     * Makes one.
     *
     * @param firstSlot an id above all of the query
     */
    public RuleContext(Estimates estimates, int firstSlot) {
        this.estimates = estimates;
        this.nextSlot = firstSlot;
    }

    public Estimates estimates() {
        return estimates;
    }

    public Slot newSlot(String name, StoreType type) {
        int id = nextSlot++;
        return new Slot(id, name + "$" + id, type);
    }
}
