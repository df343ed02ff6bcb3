package dev.dormouse.internal.transaction;

import dev.dormouse.failure.Message;

/** What can be wrong with transactions and threads. */
final class TransactionMessages {

    static final Message ALREADY_ACTIVE = new Message(
            520,
            "A transaction is active already. begin() needs an inactive transaction. Commit it or roll it back first.");
    static final Message NOT_ACTIVE = new Message(
            521, "No transaction is active: '%s'. The method needs an active transaction. Call begin() first.");
    static final Message TRANSACTION_REQUIRED = new Message(
            522,
            "No transaction is active: '%s'. The operation needs an active transaction. Call getTransaction().begin() first.");
    static final Message MARKED_FOR_ROLLBACK = new Message(
            523,
            "The transaction was rolled back: it was marked for rollback%s. Correct the first failure and run the transaction again.");
    static final Message COMMIT_FAILED = new Message(524, "The transaction was rolled back: %s");
    static final Message TIMED_OUT = new Message(
            525,
            "The transaction was rolled back after %s seconds: its timeout is %s seconds. Raise the timeout or do less in one transaction.");
    static final Message OUTCOME_UNKNOWN = new Message(
            526,
            "It is not known whether the transaction was committed: %s. Look for its changes before it is run again.");
    static final Message TWO_THREADS = new Message(
            527,
            "An entity manager was used by two threads: '%s' while it belongs to '%s'. An entity manager is for one thread at a time. Make one for each"
                    + " thread.");
    static final Message WRONG_TIMEOUT = new Message(
            528, "Unusable timeout: '%s' seconds. It must be 0 or more, or null for none. Correct the value.");

    static final Message MANAGER_CLOSED = new Message(
            529,
            "The entity manager is closed: 'begin'. A transaction needs an open entity manager. Make another one.");

    private TransactionMessages() {}
}
