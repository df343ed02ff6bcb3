package dev.dormouse.lmdb.internal.commit;

import dev.dormouse.lmdb.internal.environment.WriteTransaction;

/**
 * What the members of one batch write through. Called on the leading thread: begin, run for each member, finish, then either committed or aborted. After aborted it may begin
 * again with some of the same members.
 *
 * @param <U> what a member is
 */
public interface Batch<U> {

    /** Begins in a new native transaction. */
    void begin(WriteTransaction transaction);

    /** Runs one member. A {@link dev.dormouse.store.StoreException} before its first write leaves it out. */
    void run(U unit);

    /** Writes what belongs to the batch as a whole, and names the state that is about to be committed. */
    void finish();

    /** The batch is committed. Must not fail. */
    void committed();

    /** Nothing of the batch has happened. Must not fail. */
    void aborted();
}
