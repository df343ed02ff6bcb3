package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;

/** A compiled node of a plan. Immutable; what one run needs is in the cursor that it opens. */
public abstract class Operator {

    private final int number;

    protected Operator(int number) {
        this.number = number;
    }

    /** Returns its place among the counters of a run. */
    public final int number() {
        return number;
    }

    public abstract RowCursor open(Run run);

    /** Returns who runs the node, for EXPLAIN. */
    public String describe() {
        return "engine";
    }
}
