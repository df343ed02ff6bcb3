package dev.dormouse.store;

import java.time.Duration;

/**
 * How a transaction runs.
 *
 * @param isolation what it sees of others
 * @param readOnly whether changes and locks are refused
 * @param commitTimeout how long commit may wait for the writer
 */
public record TransactionOptions(Isolation isolation, boolean readOnly, Duration commitTimeout) {

    /** Read-committed, with changes, ten seconds. */
    public static final TransactionOptions DEFAULT =
            new TransactionOptions(Isolation.READ_COMMITTED, false, Duration.ofSeconds(10));

    /** Returns these options at another level. */
    public TransactionOptions withIsolation(Isolation other) {
        return new TransactionOptions(other, readOnly, commitTimeout);
    }
}
