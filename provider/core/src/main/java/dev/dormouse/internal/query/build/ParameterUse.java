package dev.dormouse.internal.query.build;

import dev.dormouse.store.type.StoreType;
import org.jspecify.annotations.Nullable;

/**
 * One place of a plan where the value of a parameter goes. A parameter has several where it meets several types, or a composite key.
 *
 * @param index the index in the frame
 * @param type what the frame gets
 * @param binder the way from the program's value to it
 */
public record ParameterUse(int index, StoreType type, Binder binder) {

    /** Turns the value that the program set into what the frame gets. */
    public interface Binder {
        /**
         * Converts.
         *
         * @throws IllegalArgumentException if the parameter does not take the value
         */
        @Nullable
        Object bind(@Nullable Object value);
    }
}
