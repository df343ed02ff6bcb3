package dev.dormouse.lmdb.internal.failure;

import dev.dormouse.failure.Message;

/** The messages of the types of keys and values, DORM0870 to DORM0899. */
public final class ValueMessages {

    public static final Message NULL_KEY = new Message(
            870,
            "Key is null: '%s'. A key of this type must be a value. Give one, or declare the type with KeyTypes.nullable.");
    public static final Message NULL_PART = new Message(
            871,
            "Part %d of a key is null: '%s'. Only a part that says so may be null. Give a value, or declare the part with"
                    + " KeyTypes.nullable.");
    public static final Message KEY_OUT_OF_BOUNDS = new Message(
            872, "Key is out of bounds: '%s' of type %s. It must be from %s to %s. Use another key, or a wider type.");
    public static final Message WRONG_SIZE = new Message(
            873, "Bytes have the wrong length: '%d' of type %s. They must be %d. Use a type of another length.");
    public static final Message FIXED_SIZE = new Message(
            874, "Bytes of a key cannot have this length: '%d'. It must be from 1 to %d. Use a hash, or another key.");
    public static final Message FOREIGN_PREFIX = new Message(
            875,
            "Prefix is of another type: '%s'. It must be made by the type of part %d of '%s'. Make it with the key type"
                    + " that the tuple was declared with.");

    private ValueMessages() {}
}
