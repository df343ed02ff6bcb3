package dev.dormouse.store;

import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;

/** A plan that a store runs whole. Immutable, thread-safe, good for as long as the catalog keeps its version. */
public interface PreparedPlan {

    /**
     * Begins to run it: a statement of its own, or part of the statement whose cursors are open in the same transaction.
     *
     * @param transaction a transaction of the same store
     * @param frame where rows go and parameters come from
     * @param counters what is counted
     */
    RowCursor open(StoreTransaction transaction, Frame frame, Counters counters);

    /** Tells whether a run may end before its first row with an {@link UndecidedException}, so that the engine needs a way of its own. */
    default boolean mayBeUndecided() {
        return false;
    }

    /** Returns one line for EXPLAIN: which order is walked, what is filtered there. */
    String describe();
}
