package dev.dormouse.internal.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * A column (section 11.1.9), every default applied.
 *
 * @param name the column's name
 * @param table the secondary table that holds it, null for the table of its context (entity, collection or join table)
 * @param isUnique whether the column alone is a unique key
 * @param isNullable whether it may hold null for a row of its entity; in a single-table hierarchy rows of other entities hold null anyway
 * @param isInsertable whether an insert writes it
 * @param isUpdatable whether an update writes it
 * @param size length, precision and scale
 * @param definition the column definition as written, null for none
 * @param comment a comment for the schema, null for none
 */
public record ColumnModel(
        DatabaseName name,
        @Nullable DatabaseName table,
        boolean isUnique,
        boolean isNullable,
        boolean isInsertable,
        boolean isUpdatable,
        Size size,
        @Nullable String definition,
        @Nullable String comment) {

    /** Returns a plain, nullable, writable column of default size. */
    public static ColumnModel of(DatabaseName name) {
        return new ColumnModel(name, null, false, true, true, true, Size.DEFAULT, null, null);
    }

    public ColumnModel withName(DatabaseName other) {
        return new ColumnModel(
                other, table, isUnique, isNullable, isInsertable, isUpdatable, size, definition, comment);
    }

    public ColumnModel withNullable(boolean nullable) {
        return new ColumnModel(name, table, isUnique, nullable, isInsertable, isUpdatable, size, definition, comment);
    }

    /**
     * The size of a column's values.
     *
     * @param length the greatest number of characters or bytes; null for the default of 255
     * @param precision the number of decimal digits, 0 for unlimited
     * @param scale the number of digits after the point
     * @param secondPrecision the number of digits of a fraction of a second, -1 where nothing was said
     */
    public record Size(@Nullable Integer length, int precision, int scale, int secondPrecision) {

        /** What the specification says where nothing was written. */
        public static final Size DEFAULT = new Size(null, 0, 0, -1);
    }
}
