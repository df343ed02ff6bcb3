package dev.dormouse.store;

import java.util.Set;

/**
 * What a store can and cannot do; the one place where stores differ for the rest of the engine and for the contract suite.
 *
 * @param name how the store is called in messages
 * @param isolations the levels that it offers
 * @param transactions whether rollback undoes flushed changes
 * @param stableViews whether the record views of a cursor stay good until it is closed, not only until it moves
 * @param concurrentOrphans whether two concurrent transactions can leave a reference to nothing
 * @param maximalKeyLength the longest encoded primary key in bytes, 0 for no limit
 * @param exclusiveWrites whether a flushed change keeps others from the record, and schema changes from its table, until its transaction ends: their flush is
 *     stale at once; otherwise both flush, and the commit decides
 * @param remote whether a server filters records before they arrive: counters then count what arrived, and
 *     look-ups of many rows go together, since each request takes its time
 */
public record StoreFeatures(
        String name,
        Set<Isolation> isolations,
        boolean transactions,
        boolean stableViews,
        boolean concurrentOrphans,
        int maximalKeyLength,
        boolean exclusiveWrites,
        boolean remote) {

    /** Makes the features of a store of this process, where commits decide between writers. */
    public StoreFeatures(
            String name,
            Set<Isolation> isolations,
            boolean transactions,
            boolean stableViews,
            boolean concurrentOrphans,
            int maximalKeyLength) {
        this(name, isolations, transactions, stableViews, concurrentOrphans, maximalKeyLength, false, false);
    }

    /** Copies the set. */
    public StoreFeatures {
        isolations = Set.copyOf(isolations);
    }
}
