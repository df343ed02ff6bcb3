package dev.dormouse.failure;

/** What goes wrong in stores that keep ordered maps: transactions and locks (0500-0599), records, keys and catalog (0700-0799). */
public final class StoreMessages {

    /** A lock was not given back in time. */
    public static final Message LOCK_TIMEOUT = new Message(
            500,
            "Locked by another transaction: '%s', for more than %s ms. A lock must be given back within the timeout. Try again, or raise the timeout.");

    /** A lock can never be had. */
    public static final Message LOCK_CYCLE = new Message(
            501,
            "Locked by a transaction that waits for this one, or belongs to this thread: '%s'. Transactions must lock in one order, and a thread must not wait for itself. Roll back and try again.");

    /** The thread was interrupted while it waited. */
    public static final Message LOCK_INTERRUPTED = new Message(
            502,
            "Interrupted while waiting for the lock: '%s'. The wait must not be interrupted. Roll back and try again.");

    /** A text cannot be written as UTF-8. */
    public static final Message LONE_SURROGATE = new Message(
            700,
            "Text with a lone surrogate at position %s: '%s'. A text must be well-formed Unicode. Correct it, or keep it as bytes.");

    /** A part of a primary key has no value. */
    public static final Message NULL_IN_KEY = new Message(
            701,
            "Null in a primary key: part '%s' of '%s'. Every part of a primary key must have a value. Set it, or let it be generated.");

    /** An encoded key does not have the form that its type demands. */
    public static final Message CORRUPT_KEY = new Message(
            702, "Corrupt key: '%s'. It must end where its parts end. Run the checker and restore a backup.");

    private StoreMessages() {}
}
