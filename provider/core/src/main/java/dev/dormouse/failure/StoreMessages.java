package dev.dormouse.failure;

/** What goes wrong in stores that keep ordered maps: transactions and locks (0500-0599), records, keys and catalog (0700-0799). */
public final class StoreMessages {

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
