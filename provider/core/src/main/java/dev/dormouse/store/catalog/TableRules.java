package dev.dormouse.store.catalog;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.HashSet;
import java.util.Set;

/** What definitions must be like by themselves. */
final class TableRules {

    private TableRules() {}

    static void checkTable(TableDefinition table) {
        if (table.primaryKey().isEmpty()) {
            throw SchemaConflictException.invalid("primary key", table.name(), "A table must have a primary key");
        }
        for (FieldPath path : table.primaryKey()) {
            if (!(path.type() instanceof BasicType)) {
                throw SchemaConflictException.invalid(
                        path.toString(), table.name(), "A part of a primary key must be a basic value");
            }
            if (isNullable(table.type(), path)) {
                throw SchemaConflictException.invalid(
                        path.toString(), table.name(), "A part of a primary key must not be nullable");
            }
        }
        if (table.rowNumbered()
                && (table.primaryKey().size() != 1 || table.primaryKey().get(0).type() != BasicType.LONG)) {
            throw SchemaConflictException.invalid(
                    "primary key", table.name(), "A row number must be one field of type LONG");
        }
    }

    private static boolean isNullable(RecordType root, FieldPath path) {
        RecordType type = root;
        for (int step = 0; step < path.depth(); step++) {
            Field field = type.fields().get(path.ordinal(step));
            if (field.nullable()) {
                return true;
            }
            if (field.type() instanceof RecordType nested) {
                type = nested;
            }
        }
        return false;
    }

    static void checkIndex(TableDefinition table, IndexDefinition index) {
        Set<FieldPath> arrays = new HashSet<>();
        for (IndexPart part : index.parts()) {
            StoreType type = part.path().type();
            if (type instanceof ArrayType array) {
                FieldPath through = part.path().array();
                arrays.add(through == null ? part.path() : through);
                type = array.element();
            }
            if (!(type instanceof BasicType)) {
                throw SchemaConflictException.invalid(
                        index.name(), table.name(), "A part of an index must be a basic value or an array of these");
            }
        }
        if (arrays.size() > 1 || index.parts().isEmpty()) {
            throw SchemaConflictException.invalid(
                    index.name(), table.name(), "An index must have a part, and at most one that is an array");
        }
    }

    static void checkForeignKey(TableDefinition table, ForeignKeyDefinition foreignKey, TableDefinition target) {
        if (foreignKey.paths().isEmpty()
                || foreignKey.paths().size() != foreignKey.targetPaths().size()) {
            throw SchemaConflictException.invalid(
                    foreignKey.name(), table.name(), "A reference must have as many fields as it refers to");
        }
        if (foreignKey.paths().stream().map(FieldPath::array).distinct().count() > 1) {
            throw SchemaConflictException.invalid(
                    foreignKey.name(),
                    table.name(),
                    "A reference must lie in one record, or in the elements of one array");
        }
        for (int i = 0; i < foreignKey.paths().size(); i++) {
            StoreType type = foreignKey.paths().get(i).type();
            StoreType referring = type instanceof ArrayType array ? array.element() : type;
            String name = foreignKey.targetPaths().get(i);
            StoreType wanted;
            try {
                wanted = target.path(name).type();
            } catch (IllegalArgumentException e) {
                throw SchemaConflictException.invalid(
                        foreignKey.name(), table.name(), "The field '" + name + "' of the target must exist");
            }
            if (!(referring instanceof BasicType) || referring != wanted) {
                throw SchemaConflictException.invalid(
                        foreignKey.name(), table.name(), "Referring and referred-to fields must be of one basic type");
            }
        }
    }
}
