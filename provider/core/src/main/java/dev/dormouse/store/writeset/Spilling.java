package dev.dormouse.store.writeset;

import dev.dormouse.store.writeset.spill.SpillArea;
import org.jspecify.annotations.Nullable;

/** How much of its changes one transaction holds in memory, roughly, and where the rest goes. */
final class Spilling implements AutoCloseable {

    private final MapStore store;
    private final long budget;
    private long held;
    private @Nullable SpillArea area;

    Spilling(MapStore store) {
        this.store = store;
        this.budget = store.writeSetBudget();
    }

    boolean isBounded() {
        return budget < Long.MAX_VALUE;
    }

    void hold(long bytes) {
        held += bytes;
    }

    void release(long bytes) {
        held -= bytes;
    }

    /** Tells whether everything together is too much. */
    boolean isOver() {
        return held > budget;
    }

    /** Tells whether one map is so large that it is worth a transaction of its own to move it. */
    boolean isLarge(long part) {
        return part > budget / 4;
    }

    SpillArea area() {
        SpillArea present = area;
        if (present == null) {
            present = store.spillArea();
            area = present;
        }
        return present;
    }

    @Override
    public void close() {
        SpillArea present = area;
        if (present != null) {
            area = null;
            present.close();
        }
    }
}
