package dev.dormouse.internal.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * How an enum is kept (section 2.6, {@code @Enumerated}, {@code @EnumeratedValue}).
 *
 * @param form ordinal, name or value of a field
 * @param valueField the field of the enum class that holds the stored value, null for the other forms
 * @param storedKind {@code INTEGER} for ordinals, {@code STRING} for names, the field's kind for values
 */
public record EnumMapping(Form form, @Nullable String valueField, BasicKind storedKind) {

    /** The ordinals mapping, the default of the specification. */
    public static final EnumMapping ORDINAL = new EnumMapping(Form.ORDINAL, null, BasicKind.INTEGER);

    /** The mapping by constant name. */
    public static final EnumMapping STRING = new EnumMapping(Form.STRING, null, BasicKind.STRING);

    /** What is stored of a constant. */
    public enum Form {
        /** Its position. */
        ORDINAL,
        /** Its name. */
        STRING,
        /** The value of the field that is annotated {@code @EnumeratedValue}. */
        VALUE
    }
}
