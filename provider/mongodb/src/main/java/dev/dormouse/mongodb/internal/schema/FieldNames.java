package dev.dormouse.mongodb.internal.schema;

import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;

/** Refuses names that MongoDB would take for paths or operators, or that the store needs itself. */
final class FieldNames {

    private FieldNames() {}

    static void check(TableDefinition table) {
        if (table.name().isEmpty()
                || table.name().contains("$")
                || table.name().startsWith("system.")
                || table.name().indexOf('\0') >= 0) {
            throw new StoreException(MongoMessages.COLLECTION_NAME.text(table.name()));
        }
        checkRecord(table, table.type(), "");
    }

    private static void checkRecord(TableDefinition table, RecordType type, String prefix) {
        for (Field field : type.fields()) {
            String path = prefix + field.name();
            if ((isUnusable(field.name()) && !isWholeKey(table, path)) || isIdElsewhere(table, path, prefix, field)) {
                throw new StoreException(MongoMessages.FIELD_NAME.text(field.name(), table.name()));
            }
            StoreType inner = field.type() instanceof ArrayType array ? array.element() : field.type();
            if (inner instanceof RecordType nested) {
                checkRecord(table, nested, path + ".");
            }
        }
    }

    private static boolean isUnusable(String name) {
        return name.isEmpty()
                || name.indexOf('.') >= 0
                || name.indexOf('$') >= 0
                || name.indexOf(':') >= 0
                || name.indexOf('\0') >= 0;
    }

    private static boolean isWholeKey(TableDefinition table, String path) {
        return table.primaryKey().size() == 1
                && table.primaryKey().get(0).toString().equals(path);
    }

    private static boolean isIdElsewhere(TableDefinition table, String path, String prefix, Field field) {
        return prefix.isEmpty()
                && field.name().equals("_id")
                && table.primaryKey().stream().map(FieldPath::toString).noneMatch(path::equals);
    }
}
