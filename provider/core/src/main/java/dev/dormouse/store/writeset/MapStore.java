package dev.dormouse.store.writeset;

import dev.dormouse.store.lock.LockTable;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.spill.SpillArea;
import java.time.Duration;

/** What a store of ordered maps offers to its transactions. Thread-safe. */
public interface MapStore {

    /** Returns the version of the newest committed state. Costs one volatile read. */
    long version();

    /** Opens the newest committed state. */
    Snapshot snapshot();

    /**
     * Runs a unit in the writer, makes it durable as the store is configured, and lets later snapshots see it. The version of the newest state is raised by
     * one for each unit, before this returns.
     *
     * @param timeout how long to wait for the writer
     * @throws dev.dormouse.store.StoreException what the unit throws, or what hinders the store; nothing of the unit is there then, unless the outcome is unknown
     */
    void commit(CommitUnit unit, Duration timeout);

    /** Waits until each commit whose unit has begun to run is visible or has failed. */
    void awaitRunningCommits(Duration timeout);

    /** Returns the next row number of a row-numbered table; no number that a commit carried comes twice. */
    long nextRowNumber(TableDefinition table);

    /** Returns the pessimistic locks. */
    LockTable locks();

    /** Returns about how many bytes of changes a transaction may keep in memory; what goes beyond it is kept in a {@link #spillArea}. */
    default long writeSetBudget() {
        return Long.MAX_VALUE;
    }

    /** Makes a private place for the changes of one transaction. Called only where there is a budget. */
    default SpillArea spillArea() {
        throw new AssertionError("no budget, but too many changes");
    }

    /** Returns the memory of recent commits. */
    CommitLog commits();
}
