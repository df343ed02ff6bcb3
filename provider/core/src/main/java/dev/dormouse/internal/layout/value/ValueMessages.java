package dev.dormouse.internal.layout.value;

import dev.dormouse.failure.Message;

/** The messages of this room: 0220 to 0239. */
final class ValueMessages {

    static final Message WRONG_TYPE = new Message(
            220,
            "Value is of another type: '%s' (%s). This place takes values of %s. Pass such a value, or convert it.");

    static final Message NULL_IN_ARRAY = new Message(
            221, "Array holds null: '%s'. Every element of a persistent array has a value. Leave the null out.");

    static final Message UNKNOWN_CONSTANT = new Message(
            222,
            "Stored value is no constant of its enum: '%s' (%s). Every stored value must be that of a constant. Put the constant back, or change the records.");

    static final Message CONSTANT_WITHOUT_VALUE = new Message(
            223,
            "Enum constants cannot be told apart: '%s'. Each constant needs its own value, not null, in the field '%s' (@EnumeratedValue). Give it one.");

    static final Message NOT_SERIALIZABLE = new Message(
            224,
            "Value cannot be serialized: '%s'. A persistent attribute that is of no basic type must be Serializable with all that it holds. Make it so, or give it a converter.");

    static final Message NOT_DESERIALIZABLE = new Message(
            225,
            "Stored object cannot be read: '%s'. Its class must still be able to read it. Bring back the class as it was, or change the records.");

    static final Message CONVERTER_FAILED = new Message(
            226,
            "Converter failed: '%s' (%s). A converter takes every value of its attribute. Mend it; its own error is the cause.");

    static final Message CLASS_MISSING = new Message(
            227, "Class is missing: '%s'. The mapping names it. Put it where the class loader of the unit finds it.");

    static final Message NO_OBJECT_ID = new Message(
            228,
            "Text is no ObjectId: '%s'. It must be of 24 hexadecimal digits in lower case (@StoredAs). Give such a text, or take the annotation away.");

    static final Message CLASS_DOES_NOT_LOAD = new Message(
            229,
            "Class cannot be loaded: '%s' (%s). What the mapping names must link. If it is enhanced, have its module read the provider (requires dev.dormouse.core in module-info), and sign its jar after the enhancement, not before.");

    private ValueMessages() {}
}
