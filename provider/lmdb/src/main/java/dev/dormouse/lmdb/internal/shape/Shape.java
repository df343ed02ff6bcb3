package dev.dormouse.lmdb.internal.shape;

import dev.dormouse.store.type.BasicType;

/** The kind of a Java type that can be kept. */
public sealed interface Shape
        permits Shape.Basic,
                Shape.Small,
                Shape.Constant,
                Shape.Numbers,
                Shape.Sequence,
                Shape.Entries,
                Shape.Tree,
                Structure {

    /** A value of a basic type of the provider. */
    record Basic(BasicType type) implements Shape {}

    /** A whole number of fewer bits: byte, short or char. */
    record Small(Class<?> javaClass) implements Shape {}

    /** A constant of an enum. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Constant(Class<?> javaClass, Enum<?>[] constants) implements Shape {}

    /** An array of primitives other than bytes. */
    record Numbers(Class<?> element) implements Shape {}

    /** A list or a set. */
    record Sequence(Shape element, boolean isSet) implements Shape {}

    /** A map from texts, enums, UUIDs or whole numbers. */
    record Entries(Shape key, Shape value) implements Shape {}

    /** Anything that JSON has: maps, lists, texts, numbers, truth, null. */
    record Tree() implements Shape {}
}
