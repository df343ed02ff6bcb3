package dev.dormouse.internal.layout.value;

import dev.dormouse.store.record.TextTable;
import dev.dormouse.store.type.BasicType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the values of one Java type into those that a store keeps, and back. */
public interface ValueConversion {

    /** Returns the type of the stored values. */
    BasicType storeType();

    /** Returns the Java class of the attribute's values; a wrapper for a primitive type. */
    Class<?> javaType();

    /**
     * Converts a value of the attribute; null gives null, unless a converter of the application says otherwise.
     *
     * @throws IllegalArgumentException if the value is not of the Java type, or has no stored form
     * @throws jakarta.persistence.PersistenceException if the application's converter fails
     */
    @Nullable
    Object toStore(@Nullable Object value);

    /**
     * Converts back.
     *
     * @throws jakarta.persistence.PersistenceException if what is stored is no value of this attribute, such as the name of an enum constant that is no more
     */
    @Nullable
    Object toJava(@Nullable Object stored);

    /** Tells whether both directions return the value itself, so that stored values may be read as primitives. */
    default boolean isIdentity() {
        return false;
    }

    /** Tells whether the stored value is the same number as the attribute's, whose type is {@code byte} or {@code short}. */
    default boolean isWidening() {
        return false;
    }

    /** Returns what the stored texts stand for, where they are few and known: the names of an enum's constants. Null for all else. */
    default @Nullable TextTable<?> constants() {
        return null;
    }

    /** Tells whether a value is what is stored, without garbage where that is possible. */
    default boolean isSame(@Nullable Object value, @Nullable Object stored) {
        return Objects.deepEquals(toStore(value), stored);
    }
}
