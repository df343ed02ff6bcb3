package dev.dormouse.internal.transaction;

import dev.dormouse.store.StoreTransaction;

/**
 * The store transaction of one read: the active one, which stays, or a short read-only one, which ends when the lease is closed.
 */
public final class ReadLease implements AutoCloseable {

    private final StoreTransaction transaction;
    private final Runnable end;

    ReadLease(StoreTransaction transaction, Runnable end) {
        this.transaction = transaction;
        this.end = end;
    }

    /** Returns the store transaction to read in. */
    public StoreTransaction transaction() {
        return transaction;
    }

    @Override
    public void close() {
        end.run();
    }
}
