package dev.dormouse.internal.transaction;

import dev.dormouse.store.record.Key;
import org.jspecify.annotations.Nullable;

/** What takes part in the transactions of an entity manager: its persistence context. */
public interface Participant {

    /** Writes what is pending to the store transaction. Called by the commit; a failure rolls back. */
    void flush();

    /**
     * Learns the end of a transaction, whose store transaction is over.
     *
     * @param committed whether it was committed
     */
    void completed(boolean committed);

    /** Returns the managed entity with a record, or null; for the exception that names it. */
    @Nullable
    Object managed(String table, Key key);
}
