package dev.dormouse.store.writeset;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.Limit;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a record has a value wherever it must, that none is longer than its field admits, and that its texts can be written. */
public final class WellFormed {

    /** How much of a value a message shows. */
    private static final int SHOWN = 60;

    private WellFormed() {}

    /** Checks a whole record. */
    public static void check(TableDefinition table, Record record) {
        checkRecord(table, table.type(), record);
    }

    private static void checkRecord(TableDefinition table, RecordType type, Record record) {
        List<Field> fields = type.fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object value = record.value(i);
            if (value == null) {
                if (!field.nullable()) {
                    throw nullValue(table, field.name());
                }
            } else {
                checkValue(table, field.name(), field.type(), field.limit(), value);
            }
        }
    }

    /** Checks one value; the field is named by messages only. */
    private static void checkValue(TableDefinition table, Object field, StoreType type, Limit limit, Object value) {
        if (!limit.admits(value)) {
            throw tooLong(table, field, limit, value);
        }
        if (value instanceof String text) {
            checkText(table, field, text);
        } else if (type instanceof BasicType) {
            return;
        } else if (value instanceof Record nested && type instanceof RecordType recordType) {
            checkRecord(table, recordType, nested);
        } else if (value instanceof List<?> elements && type instanceof ArrayType array) {
            for (Object element : elements) {
                if (element == null) {
                    throw nullValue(table, field);
                }
                checkValue(table, field, array.element(), limit, element);
            }
        }
    }

    /** Checks what becomes of a field. */
    public static void check(TableDefinition table, FieldChange change) {
        FieldPath path = change.path();
        if (change instanceof FieldChange.Set set) {
            checkSet(table, path, set.value());
        } else if (change instanceof FieldChange.Append append) {
            checkValue(table, path, path.type(), field(table.type(), path).limit(), append.elements());
        }
    }

    private static void checkSet(TableDefinition table, FieldPath path, @Nullable Object value) {
        Field field = field(table.type(), path);
        if (value != null) {
            checkValue(table, path, path.type(), field.limit(), value);
        } else if (!field.nullable()) {
            throw nullValue(table, path);
        }
    }

    private static Field field(RecordType root, FieldPath path) {
        RecordType type = root;
        for (int step = 0; step < path.depth() - 1; step++) {
            type = (RecordType) type.fields().get(path.ordinal(step)).type();
        }
        return type.fields().get(path.ordinal(path.depth() - 1));
    }

    private static ConstraintViolationException nullValue(TableDefinition table, Object field) {
        return new ConstraintViolationException(
                Kind.NOT_NULL, table.name(), field.toString(), StoreMessages.NULL_VALUE.text(field, table.name()));
    }

    private static ConstraintViolationException tooLong(
            TableDefinition table, Object field, Limit limit, Object value) {
        return new ConstraintViolationException(
                Kind.LIMIT,
                table.name(),
                field.toString(),
                StoreMessages.VALUE_TOO_LONG.text(shown(value), field, table.name(), limit));
    }

    private static String shown(Object value) {
        String text = value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static void checkText(TableDefinition table, Object field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new StoreException(StoreMessages.LONE_SURROGATE_IN_FIELD.text(i, field, table.name()));
                }
                i++;
            }
        }
    }
}
