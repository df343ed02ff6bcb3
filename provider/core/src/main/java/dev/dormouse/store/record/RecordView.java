package dev.dormouse.store.record;

import dev.dormouse.store.type.ValueOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that is read in place: one field costs no decoding of the others. A view given by a cursor is good until the cursor moves or
 * closes; one given by a transaction's {@code get} until the transaction's next call or its end. Whoever keeps a record calls {@link #retain()}.
 * A view stands for one record as long as it lives: no cursor uses it again for another.
 *
 * <p>The fields of the primary key are fields like others, also where the store keeps them in the key only. A field of a nested record
 * that is null is null.
 */
public interface RecordView {

    /** Tells whether the field is null or absent. */
    boolean isNull(FieldPath path);

    /**
     * Returns the value: of the class that its {@link dev.dormouse.store.type.BasicType} names, a {@link RecordView} for a nested record, a
     * {@link java.util.List} of these for an array, or null.
     */
    @Nullable
    Object get(FieldPath path);

    /** Returns the value of a BOOLEAN that is not null. */
    default boolean getBoolean(FieldPath path) {
        return (Boolean) nonNull(path);
    }

    /** Returns the value of an INTEGER that is not null. */
    default int getInt(FieldPath path) {
        return (Integer) nonNull(path);
    }

    /** Returns the value of a LONG that is not null. */
    default long getLong(FieldPath path) {
        return (Long) nonNull(path);
    }

    /** Returns the value of a FLOAT that is not null. */
    default float getFloat(FieldPath path) {
        return (Float) nonNull(path);
    }

    /** Returns the value of a DOUBLE that is not null. */
    default double getDouble(FieldPath path) {
        return (Double) nonNull(path);
    }

    /** Returns the value of a BOOLEAN, false for null. */
    default boolean getBooleanOrFalse(FieldPath path) {
        return !isNull(path) && getBoolean(path);
    }

    /** Returns the value of an INTEGER, zero for null. */
    default int getIntOrZero(FieldPath path) {
        return isNull(path) ? 0 : getInt(path);
    }

    /** Returns the value of a LONG, zero for null. */
    default long getLongOrZero(FieldPath path) {
        return isNull(path) ? 0 : getLong(path);
    }

    /** Returns the value of a FLOAT, zero for null. */
    default float getFloatOrZero(FieldPath path) {
        return isNull(path) ? 0 : getFloat(path);
    }

    /** Returns the value of a DOUBLE, zero for null. */
    default double getDoubleOrZero(FieldPath path) {
        return isNull(path) ? 0 : getDouble(path);
    }

    /** Returns the value of a STRING, or null. */
    default @Nullable String getString(FieldPath path) {
        return (String) get(path);
    }

    /** Returns what a STRING stands for in a table, null for null. A view of an encoded record does so without decoding it. */
    default <T> @Nullable T getAmong(FieldPath path, TextTable<T> table) {
        String text = getString(path);
        return text == null ? null : table.get(text);
    }

    /**
     * Compares a STRING that is not null with a text, by the one order. A view of an encoded record does so without decoding it.
     *
     * @return negative, zero or positive, as the field is lower, equal or higher
     */
    default int compareText(FieldPath path, EncodedText text) {
        String own = (String) nonNull(path);
        return own.equals(text.text()) ? 0 : ValueOrder.compare(own, text.text());
    }

    /**
     * Tells whether a basic field has a value, which is of the type's class or null: equal as the fields of a {@link Record} are, a decimal with its
     * scale. A view of an encoded record decodes for this only what it cannot compare as it lies.
     */
    default boolean has(FieldPath path, @Nullable Object value) {
        return Objects.deepEquals(get(path), value);
    }

    /** Returns this record decoded, independent of any transaction. */
    Record copy();

    /** Returns a view of the same record that outlives the transaction; it may be still encoded. */
    RecordView retain();

    /**
     * Says that this view, and every nested one that was read of it, is used no more: its memory may serve the next record. What {@link #retain()} returned stays good.
     * Nobody needs to call it.
     */
    default void release() {}

    private Object nonNull(FieldPath path) {
        Object value = get(path);
        if (value == null) {
            throw new AssertionError("read as a primitive, but null: " + path);
        }
        return value;
    }
}
