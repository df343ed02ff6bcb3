package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a record type the FlatBuffers codec needs at every record: sizes, and an order of fields that leaves no gaps. */
final class FlatLayout {

    private final StoreType[] types;
    private final int[] sizes;
    private final int[] bySize;
    private final @Nullable FlatLayout[] nested;

    FlatLayout(RecordType type) {
        List<Field> fields = type.fields();
        types = fields.stream().map(Field::type).toArray(StoreType[]::new);
        sizes = new int[types.length];
        nested = new FlatLayout[types.length];
        for (int i = 0; i < types.length; i++) {
            sizes[i] = size(types[i]);
            StoreType element = types[i] instanceof ArrayType array ? array.element() : types[i];
            nested[i] = element instanceof RecordType inner ? new FlatLayout(inner) : null;
        }
        bySize = new int[types.length];
        int next = 0;
        for (int size : new int[] {16, 8, 4, 1}) {
            for (int i = 0; i < types.length; i++) {
                if (sizes[i] == size) {
                    bySize[next++] = i;
                }
            }
        }
    }

    int fields() {
        return types.length;
    }

    StoreType type(int ordinal) {
        return types[ordinal];
    }

    int size(int ordinal) {
        return sizes[ordinal];
    }

    /** Returns an ordinal by its place in the record: larger fields first. */
    int inPlace(int place) {
        return bySize[place];
    }

    FlatLayout nested(int ordinal) {
        FlatLayout inner = nested[ordinal];
        if (inner == null) {
            throw new AssertionError("no record: " + types[ordinal]);
        }
        return inner;
    }

    /** Returns the bytes that a value takes in place: 4 for a reference to where it is. */
    static int size(StoreType type) {
        return type instanceof BasicType basic ? size(basic) : 4;
    }

    private static int size(BasicType type) {
        return switch (type) {
            case BOOLEAN -> 1;
            case INTEGER, FLOAT, STRING, BYTES, BIG_INTEGER, DECIMAL -> 4;
            case LONG, DOUBLE, DATE, TIME -> 8;
            case UUID, TIMESTAMP, INSTANT, OFFSET_TIME, OFFSET_TIMESTAMP -> 16;
        };
    }

    /** Tells whether values of a type are kept elsewhere. */
    static boolean isReference(StoreType type) {
        return !(type instanceof BasicType basic)
                || switch (basic) {
                    case STRING, BYTES, BIG_INTEGER, DECIMAL -> true;
                    default -> false;
                };
    }

    /** Tells whether elements of a type are tables of one field, because no vector may have vectors. */
    static boolean isWrapped(StoreType element) {
        return element instanceof BasicType && element != BasicType.STRING && isReference(element);
    }
}
