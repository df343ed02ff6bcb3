package dev.dormouse.internal.context.flush;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;

/** Tells whether the store takes null for a field. */
final class Nullability {

    private Nullability() {}

    static boolean isNullable(TableDefinition table, FieldPath path) {
        StoreType type = table.type();
        boolean isNullable = true;
        for (int step = 0; step < path.depth() && type instanceof RecordType record; step++) {
            Field field = record.fields().get(path.ordinal(step));
            isNullable = field.nullable();
            type = field.type();
        }
        return isNullable;
    }
}
