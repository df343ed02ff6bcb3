package dev.dormouse.store.writeset;

/** Changes of a transaction that are not of tables: written in the same unit as its write set, or not at all. */
public interface Companion {

    /** Tells whether there is nothing to commit. */
    boolean isEmpty();

    /**
     * Checks and writes, as {@link CommitUnit#run} does and before the write set does.
     *
     * @param newest the writer's state
     */
    void run(WritableMaps newest);

    /** Gives up what it reads; called before the commit and at a rollback. */
    void endReads();

    /** Tells that the transaction is over. */
    void ended(boolean committed);
}
