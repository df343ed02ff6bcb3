package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;

/** A compiled node of a plan. Immutable; what one run needs is in the cursor that it opens. */
abstract class Operator {

    /** Its place among the counters of an execution. */
    final int number;

    Operator(int number) {
        this.number = number;
    }

    abstract RowCursor open(Execution execution);

    /** Returns who runs the node, for EXPLAIN. */
    String describe() {
        return "engine";
    }
}
