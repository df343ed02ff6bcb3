package dev.dormouse.mongodb.internal.transaction;

/** A cursor of a transaction: a flush must not change what it still gives, and the transaction's end ends it. */
public interface OpenFind {

    /** Fetches what is left, before this transaction writes. */
    void fetchRest();

    /** The transaction is over. */
    void end();
}
