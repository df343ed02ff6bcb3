package dev.dormouse.store.catalog;

import dev.dormouse.failure.StoreMessages;

/** A change of the schema contradicts the catalog. The message is a catalogued text; stores pass it on in their own exception. */
public final class SchemaConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SchemaConflictException(String text) {
        super(text);
    }

    static SchemaConflictException invalid(String name, String table, String requirement) {
        return new SchemaConflictException(StoreMessages.INVALID_DEFINITION.text(name, table, requirement));
    }

    static SchemaConflictException exists(String name, String table) {
        return new SchemaConflictException(StoreMessages.NAME_EXISTS.text(name, table));
    }

    static SchemaConflictException missing(String name, String table) {
        return new SchemaConflictException(StoreMessages.NO_SUCH_NAME.text(name, table));
    }

    static SchemaConflictException tableExists(String table) {
        return new SchemaConflictException(StoreMessages.TABLE_EXISTS.text(table));
    }

    static SchemaConflictException missingTable(String table) {
        return new SchemaConflictException(StoreMessages.NO_SUCH_TABLE.text(table));
    }

    static SchemaConflictException referredTo(String what, String reference, String table) {
        return new SchemaConflictException(StoreMessages.TABLE_REFERRED_TO.text(what, reference, table));
    }
}
