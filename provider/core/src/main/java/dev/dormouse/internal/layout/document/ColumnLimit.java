package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Limit;

/** What a column's length, precision and scale say of the stored values, where they were written (section 11.1.9). */
final class ColumnLimit {

    private ColumnLimit() {}

    /** Returns the limit of a column whose values are stored as a type. */
    static Limit of(ColumnModel column, BasicType type) {
        ColumnModel.Size size = column.size();
        Integer length = size.length();
        return switch (type) {
            case STRING, BYTES -> length == null ? Limit.NONE : Limit.length(length);
            case DECIMAL, BIG_INTEGER -> digits(size);
            default -> Limit.NONE;
        };
    }

    /** A precision counts the digits on both sides of the point; a scale alone bounds those behind it. */
    private static Limit digits(ColumnModel.Size size) {
        if (size.precision() > 0) {
            return Limit.digits(Math.max(0, size.precision() - size.scale()), size.scale());
        }
        return size.scale() > 0 ? Limit.digits(Limit.ANY, size.scale()) : Limit.NONE;
    }
}
