package dev.dormouse.internal.schema;

import dev.dormouse.failure.Message;

/** The messages of this room: 0750 to 0779. */
final class SchemaMessages {

    static final Message TABLE_MISSING =
            new Message(750, "Table is missing: '%s'. The mapping needs it. Set dormouse.schema=update, or create it.");

    static final Message FIELD_MISSING = new Message(
            751,
            "Field is missing: '%s.%s' (%s). The mapping needs it. Set dormouse.schema=update, so that it is added.");

    static final Message INDEX_MISSING = new Message(
            752, "Index is missing: '%s' on table '%s' over %s. The mapping needs it. Set dormouse.schema=update.");

    static final Message REFERENCE_MISSING = new Message(
            753,
            "Foreign key is missing: '%s' on table '%s' over %s. The mapping needs it. Set dormouse.schema=update.");

    static final Message SEQUENCE_MISSING = new Message(
            754, "Sequence is missing: '%s'. A generator of ids needs it. Set dormouse.schema=update, or create it.");

    static final Message OTHER_TYPE = new Message(
            755,
            "Field is of another type: '%s.%s' is %s, the mapping needs %s. A field keeps its type. Map it as it is, or give the attribute another column.");

    static final Message OTHER_LAYOUT = new Message(
            756,
            "Table is of another layout: '%s' is %s, the unit wants %s. A table keeps its layout. Set dormouse.layout to that of the table, or give the entity another table.");

    static final Message OTHER_KEY = new Message(
            757,
            "Table has another primary key: '%s' has %s, the mapping needs %s. A table keeps its key. Map the id to that key, or give the entity another table.");

    static final Message CHANGE_REFUSED = new Message(
            758,
            "Schema change was refused by the store: '%s'. The records that exist must allow it. Mend them, or change the mapping.");

    static final Message INVALID =
            new Message(759, "Schema does not fit the mapping: '%s' differences. Each is told on its own. Mend them.");

    static final Message UNKNOWN_ACTION = new Message(
            760,
            "Unknown schema action: '%s' in %s. It is none, create, drop, drop-and-create or validate. Write one of these.");

    static final Message SCRIPTS_NOT_SUPPORTED = new Message(
            761,
            "Not supported yet: schema scripts, '%s' = '%s'. Schemas are made from the mapping. Remove the property; to fill a new schema, use the application.");

    static final Message LIMIT_NARROWER = new Message(
            762,
            "Column is narrower than the mapping: '%s.%s' holds %s, the mapping allows %s. Longer values would be refused. Set dormouse.schema=update, so that it is widened.");

    static final Message TABLE_RENAMED = new Message(
            763,
            "Table has its old name: '%s' with the id %s. The mapping calls it '%s'. Set dormouse.schema=update, so that it is renamed.");

    static final Message NAME_TAKEN = new Message(
            764,
            "Table cannot be renamed: '%s' with the id %s to '%s'. Another table has that name. Give the entity another table name, or the other table's entity one.");

    static final Message OTHER_STORE_ID = new Message(
            765,
            "Table has another id: '%s' has %s, the mapping says %s. A table keeps its id for ever. Write that id into @StoreId, or give the entity another table.");

    static final Message STORE_ID_MISSING = new Message(
            766,
            "Table has no id yet: '%s', the mapping says %s. It is needed to find the table under another name. Set dormouse.schema=update.");

    private SchemaMessages() {}
}
