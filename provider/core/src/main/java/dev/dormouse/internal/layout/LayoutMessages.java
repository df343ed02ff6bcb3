package dev.dormouse.internal.layout;

import dev.dormouse.failure.Message;

/** The messages of this room: 0240 to 0299. */
public final class LayoutMessages {

    /** An id object of another type. */
    public static final Message WRONG_ID =
            new Message(240, "Id is of another type: '%s' (%s). The id of entity '%s' is a %s. Pass such an object.");

    /** An id object that is null, or has a null part. */
    public static final Message NULL_ID = new Message(
            241, "Id is null or has a part that is null: '%s'. The id of entity '%s' has a value. Pass one.");

    /** A discriminator value of no entity. */
    public static final Message UNKNOWN_DISCRIMINATOR = new Message(
            242,
            "Record is of no known entity: '%s' in table '%s', discriminator '%s'. Every record's discriminator names an entity of the unit. Map that entity, or change the record.");

    /** A column that is mapped twice with two types. */
    public static final Message COLUMN_TWICE = new Message(
            243,
            "Column is mapped with two types: '%s.%s' (%s and %s). All attributes of a column have one stored type. Give one of them another column.");

    /** A column that does not exist. */
    public static final Message COLUMN_MISSING = new Message(
            244,
            "Column is missing: '%s.%s' (%s). The mapping needs it. Set dormouse.schema=update, so that it is added, or create it.");

    /** A column that exists with another type. */
    public static final Message COLUMN_TYPE = new Message(
            245,
            "Column is of another type: '%s.%s' is %s, the mapping needs %s. A column keeps its type. Map it as it is, or give the attribute another column.");

    /** A table that exists with another layout. */
    public static final Message OTHER_LAYOUT = new Message(
            246,
            "Table is of another layout: '%s' is %s, the unit wants %s. A table keeps its layout. Set dormouse.layout to that of the table, or give the entity another table.");

    /** A table that exists with another key. */
    public static final Message OTHER_KEY = new Message(
            247,
            "Table has another primary key: '%s' has (%s), the mapping needs (%s). A table keeps its key. Map the id to that key, or give the entity another table.");

    /** A column that a constraint or a reference names, and nothing maps. */
    public static final Message COLUMN_UNKNOWN = new Message(
            248,
            "Column is not mapped: '%s.%s', named by '%s'. Indexes, constraints and join columns name mapped columns. Correct the name.");

    /** What the document layout cannot do yet. */
    public static final Message NOT_SUPPORTED = new Message(249, "Not supported yet: %s, at '%s'. %s");

    /** A field that exists as something else. */
    public static final Message FIELD_KIND = new Message(
            250,
            "Field is something else: '%s.%s' is %s, the mapping needs %s. A field keeps its type. Map it as it is, or name the attribute's column differently.");

    private LayoutMessages() {}
}
