package dev.dormouse.internal.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * A basic value: an attribute, an element of a collection or a key of a map.
 *
 * @param type the Java type
 * @param kind the kind of the Java type; {@link BasicKind#CONVERTED} where only the converter understands it
 * @param isLob whether it is a large object
 * @param enumeration how an enum is kept; null for other types and for converted enums
 * @param temporal which part of a {@code Date} or {@code Calendar} is kept ({@code TIMESTAMP} where nothing was said); null for other
 *     types
 * @param converter the converter that applies, null for none
 */
public record BasicValue(
        TypeName type,
        BasicKind kind,
        boolean isLob,
        @Nullable EnumMapping enumeration,
        @Nullable TemporalPart temporal,
        @Nullable ConverterModel converter) {

    /** Returns the kind of what the store gets before {@code layout} narrows it: that of the converter's output, else the type's own. */
    public BasicKind storedKind() {
        return converter == null ? kind : converter.databaseKind();
    }
}
