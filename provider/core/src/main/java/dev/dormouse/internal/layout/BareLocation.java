package dev.dormouse.internal.layout;

import dev.dormouse.internal.layout.value.ValueConversion;

/**
 * A basic value that is an element of an array itself.
 *
 * @param conversion how elements become Java values, and back
 */
public record BareLocation(ValueConversion conversion) implements AttributeLocation {}
