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

    /** A record that a transaction changes or read is gone. */
    public static final Message RECORD_GONE = new Message(
            503,
            "Record gone: '%s' of '%s'. A record that is changed must still be there. Roll back, read again and decide anew.");

    /** A record has another version. */
    public static final Message VERSION_CHANGED = new Message(
            504,
            "Changed by another transaction: '%s' of '%s'. Its version must still be %s. Roll back, read again and decide anew.");

    /** A record was written since a transaction's snapshot of it. */
    public static final Message RECORD_CHANGED = new Message(
            505,
            "Changed by another transaction: '%s' of '%s'. A record must stay as the transaction saw it. Roll back and try again.");

    /** A serializable transaction read what another wrote. */
    public static final Message READ_CHANGED = new Message(
            506,
            "Read what another transaction changed meanwhile: '%s'. What a serializable transaction read must stay as it was. Roll back and try again.");

    /** A transaction is over. */
    public static final Message NOT_ACTIVE =
            new Message(507, "Transaction over: '%s'. A transaction must be active to be used. Begin another one.");

    /** An earlier flush failed. */
    public static final Message FLUSH_FAILED = new Message(
            508,
            "Transaction unusable: '%s'. After a failed flush a transaction must be rolled back. Roll back and try again.");

    /** A change in a read-only transaction. */
    public static final Message READ_ONLY = new Message(
            509, "Read-only transaction: '%s'. Changes and locks need a transaction that may write. Begin one.");

    /** The writer did not become free. */
    public static final Message WRITER_BUSY = new Message(
            510,
            "Writer busy for more than '%s' ms. A commit must get its turn within the timeout. Try again, or raise 'dormouse.commit-timeout'.");

    /** An isolation level that a store has not. */
    public static final Message NO_SUCH_ISOLATION = new Message(
            511, "Unknown isolation level: '%s' of store '%s'. A level must be one of %s. Choose one of them.");

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

    /** A table that is not in the catalog. */
    public static final Message NO_SUCH_TABLE = new Message(
            703,
            "Missing table: '%s'. A table must exist before it is used. Create it, or let the schema be updated; where it was created anew, clear the entity manager that read from the old one.");

    /** A primary key that is too long for the store. */
    public static final Message KEY_TOO_LONG = new Message(
            704,
            "Primary key too long: '%s' of '%s' takes %s bytes. A primary key must fit in %s bytes. Use a shorter key, and keep the long value in a field.");

    /** A record with the same primary key exists. */
    public static final Message DUPLICATE_KEY = new Message(
            705,
            "Duplicate primary key: '%s' in '%s'. Each record must have a key of its own. Use another key, or change the record that is there.");

    /** Another record has the same value in a unique index. */
    public static final Message DUPLICATE_VALUE = new Message(
            706,
            "Duplicate value: '%s' in unique '%s' of '%s'. No two records may agree in it. Use another value, or change the record that has it.");

    /** A field that must have a value has none. */
    public static final Message NULL_VALUE = new Message(
            707, "Null in a field that is not nullable: '%s' of '%s'. It must have a value. Set it before the flush.");

    /** A reference finds nothing. */
    public static final Message MISSING_TARGET = new Message(
            708,
            "Reference to nothing: '%s' from '%s' to '%s' (%s). What is referred to must exist. Write it first, or clear the reference.");

    /** A target is still referred to. */
    public static final Message STILL_REFERRED_TO = new Message(
            709,
            "Still referred to: '%s' of '%s' by '%s' (%s). What is referred to must stay. Remove those who refer first, or clear their references.");

    /** A text field cannot be written as UTF-8. */
    public static final Message LONE_SURROGATE_IN_FIELD = new Message(
            710,
            "Text with a lone surrogate at position %s: '%s' of '%s'. A text must be well-formed Unicode. Correct it, or keep it as bytes.");

    /** A table with this name exists. */
    public static final Message TABLE_EXISTS = new Message(
            711, "Table exists: '%s'. A name may be given to one table only. Use another name, or widen the table.");

    /** A definition that the catalog cannot keep. */
    public static final Message INVALID_DEFINITION =
            new Message(712, "Invalid definition: '%s' of '%s'. %s. Correct the definition.");

    /** An index, reference or sequence with this name exists. */
    public static final Message NAME_EXISTS = new Message(
            713, "Name exists: '%s' in '%s'. A name may be given once only. Use another name, or drop what has it.");

    /** An index, reference or sequence is missing. */
    public static final Message NO_SUCH_NAME = new Message(
            714,
            "Missing: '%s' in '%s'. What is dropped or used must exist. Look at the catalog, and correct the name.");

    /** A table that is still referred to. */
    public static final Message TABLE_REFERRED_TO = new Message(
            715,
            "Table still referred to: '%s' by the reference '%s' of '%s'. A table is dropped after the references to it. Drop the reference first.");

    /** A table with records gets a field that may not be null. */
    public static final Message NOT_NULLABLE_IN_FILLED_TABLE = new Message(
            716,
            "New field that is not nullable in a table with records: '%s' of '%s'. Old records have no value for it. Make it nullable, or remove the records first.");

    /** The records contradict a new index or reference. */
    public static final Message BACK_FILL_FAILED = new Message(
            717,
            "Records contradict the new definition: '%s' of '%s'. Every record must agree with it. Correct these: %s");

    /** A store was closed. */
    public static final Message STORE_CLOSED =
            new Message(718, "Store closed: '%s'. A store must be open to be used. Open it again.");

    /** A fault that a test asked for. */
    public static final Message INJECTED_FAULT =
            new Message(719, "Injected fault: '%s'. A test asked for this failure. Nothing is to be done.");

    /** An index entry whose record is missing. */
    public static final Message ENTRY_OF_NO_RECORD = new Message(
            720,
            "Index entry without record: '%s' of '%s'. Every entry must have its record. Run the checker and restore a backup.");

    /** A sequence is missing. */
    public static final Message NO_SUCH_SEQUENCE = new Message(
            721,
            "Missing sequence: '%s'. A sequence must exist before it is used. Create it, or let the schema be updated.");

    /** A generator table that has another form than the generator says. */
    public static final Message GENERATOR_TABLE = new Message(
            722,
            "Generator table of another form: '%s'. Its primary key must be the column '%s', its numbers in the column '%s'. Correct the table or the generator.");

    /** A value is longer than its field admits. */
    public static final Message VALUE_TOO_LONG = new Message(
            723,
            "Value too long: '%s' in '%s' of '%s'. The column takes %s. Shorten or round the value, or widen the column in the mapping.");

    private StoreMessages() {}
}
