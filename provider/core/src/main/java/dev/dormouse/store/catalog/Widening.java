package dev.dormouse.store.catalog;

import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.Optional;

/** Checks that a type only grows: the old fields first, of their old types, never less nullable, never with narrower limits. */
public final class Widening {

    private Widening() {}

    static void check(TableDefinition before, TableDefinition after) {
        checkRecord(before.name(), before.type(), after.type());
    }

    private static void checkRecord(String table, RecordType before, RecordType after) {
        for (int i = 0; i < before.fields().size(); i++) {
            Field old = before.fields().get(i);
            Field wider = i < after.fields().size() ? after.fields().get(i) : null;
            if (wider == null || !wider.name().equals(old.name()) || (old.nullable() && !wider.nullable())) {
                throw SchemaConflictException.invalid(
                        old.name(), table, "A wider table must have the old fields first, none of them less nullable");
            }
            if (!wider.limit().orWider(old.limit()).equals(wider.limit())) {
                throw SchemaConflictException.invalid(
                        old.name(), table, "A wider table must admit every value that it admitted");
            }
            checkType(table, old, old.type(), wider.type());
        }
    }

    private static void checkType(String table, Field field, StoreType before, StoreType after) {
        if (before instanceof RecordType old && after instanceof RecordType wider) {
            checkRecord(table, old, wider);
        } else if (before instanceof ArrayType old && after instanceof ArrayType wider) {
            checkType(table, field, old.element(), wider.element());
        } else if (!before.equals(after)) {
            throw SchemaConflictException.invalid(
                    field.name(), table, "A field must keep its type when a table is widened");
        }
    }

    /** Returns the name of a field that is new and not nullable, so that old records have no value for it. */
    public static Optional<String> newFieldNotNullable(RecordType before, RecordType after) {
        for (int i = 0; i < after.fields().size(); i++) {
            Field field = after.fields().get(i);
            if (i >= before.fields().size()) {
                if (!field.nullable()) {
                    return Optional.of(field.name());
                }
            } else if (before.fields().get(i).type() instanceof RecordType old
                    && field.type() instanceof RecordType wider) {
                Optional<String> nested = newFieldNotNullable(old, wider);
                if (nested.isPresent()) {
                    return nested;
                }
            }
        }
        return Optional.empty();
    }
}
