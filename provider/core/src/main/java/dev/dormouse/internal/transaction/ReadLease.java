package dev.dormouse.internal.transaction;

import dev.dormouse.store.StoreTransaction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The store transaction of one read: the active one, which stays, or a short read-only one, which ends when the lease is closed.
 */
public final class ReadLease implements AutoCloseable {

    private final StoreTransaction transaction;
    private final boolean isShort;
    private final @Nullable Set<StoreTransaction> open;

    /**
     * Makes a lease.
     *
     * @param isShort whether the transaction ends with the lease
     * @param open what holds the transaction until then, null for nothing
     */
    ReadLease(StoreTransaction transaction, boolean isShort, @Nullable Set<StoreTransaction> open) {
        this.transaction = transaction;
        this.isShort = isShort;
        this.open = open;
    }

    /** Returns the store transaction to read in. */
    public StoreTransaction transaction() {
        return transaction;
    }

    @Override
    public void close() {
        if (open != null) {
            open.remove(transaction);
        }
        if (isShort) {
            transaction.close();
        }
    }
}
