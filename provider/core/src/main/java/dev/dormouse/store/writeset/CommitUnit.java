package dev.dormouse.store.writeset;

/**
 * What the writer runs for one transaction: checks everything against the newest state, then writes. May be run again on the same state as before if the
 * store gave up the first run. Calls no code of the user.
 */
public interface CommitUnit {

    /**
     * Checks and writes.
     *
     * @param newest the writer's state; its version is raised by the store after this returns
     * @throws dev.dormouse.store.StoreException if a check fails; nothing was written then
     */
    void run(WritableMaps newest);
}
