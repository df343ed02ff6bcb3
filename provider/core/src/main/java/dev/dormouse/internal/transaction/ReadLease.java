package dev.dormouse.internal.transaction;

import dev.dormouse.store.StoreTransaction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The store transaction of one read: the active one, which stays, or a short read-only one, which is given back when the lease is closed. */
public final class ReadLease implements AutoCloseable {

    private final StoreTransaction transaction;
    private final @Nullable Consumer<ReadLease> end;

    /**
     * Makes a lease.
     *
     * @param end what becomes of the transaction when the lease is closed, null for nothing
     */
    ReadLease(StoreTransaction transaction, @Nullable Consumer<ReadLease> end) {
        this.transaction = transaction;
        this.end = end;
    }

    /** Returns the store transaction to read in. */
    public StoreTransaction transaction() {
        return transaction;
    }

    @Override
    public void close() {
        if (end != null) {
            end.accept(this);
        }
    }
}
