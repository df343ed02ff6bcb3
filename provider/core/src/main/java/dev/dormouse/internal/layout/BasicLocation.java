package dev.dormouse.internal.layout;

import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.store.record.FieldPath;

/**
 * A basic value in a field.
 *
 * @param field the field
 * @param conversion how its values become Java values, and back
 * @param isInsertable whether an insert writes the field
 * @param isUpdatable whether an update does
 */
public record BasicLocation(FieldPath field, ValueConversion conversion, boolean isInsertable, boolean isUpdatable)
        implements AttributeLocation {}
