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

    public static final Message UNSUPPORTED_TYPE = new Message(
            876,
            "Type cannot be kept: '%s' of '%s'. It must be a basic type, an enum, an array of primitives, a List, Set or Map of"
                    + " these, a record, or a class with a constructor without parameters. Use one of these, or a marshal and"
                    + " unmarshal pair.");
    public static final Message NOT_MADE = new Message(
            877,
            "Class cannot be made: '%s' of '%s'. It must be a record, or a class that is not abstract, needs no outer object and"
                    + " has a constructor without parameters. Add one, or use a record.");
    public static final Message NOT_REACHABLE = new Message(
            878,
            "Class cannot be reached: '%s' of '%s'. Its package must be open to Dormouse. Add 'opens' to its module.");
    public static final Message CORRUPT_VALUE = new Message(
            879,
            "Value is corrupt: '%s' of type %s. %s. Check which type the map was written with; run the checker, and restore the"
                    + " value from a backup.");
    public static final Message NOT_WELL_FORMED =
            new Message(880, "Value is none of type %s: '%s'. %s. Correct the value.");
    public static final Message FLAT_TYPE = new Message(
            881,
            "FlatBuffers cannot keep this: '%s' of '%s'. Its vectors hold basic values, enums and tables. Put a record in"
                    + " between, or use CBOR.");
    public static final Message NO_PROPERTY = new Message(
            882, "Property does not exist: '%s' of '%s'. It must be a path of its components or fields. %s");
    public static final Message PROPERTY_CLASS = new Message(
            883, "Property has another class: '%s' is read as %s. It must be read as %s. Correct the class.");

    private ValueMessages() {}
}
