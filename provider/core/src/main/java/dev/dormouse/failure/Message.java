package dev.dormouse.failure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kind of failure: a stable number and the text that tells the user what happened, what is required and what to do.
 *
 * <p>Each area keeps its messages as constants in one class named after it ({@code MappingMessages}, {@code QueryMessages}), in its own
 * package or in this one.
 *
 * @param number the id, printed as {@code DORM0421}; see the ranges in the package description
 * @param pattern the text with {@code %s} places, of the form {@code problem: '%s'. requirement. remedy.}
 */
public record Message(int number, String pattern) {

    /** Returns the stable id, such as {@code DORM0421}. */
    public String id() {
        return String.format(Locale.ROOT, "DORM%04d", number);
    }

    /** Returns the id and the text, with the arguments in their places. */
    public String text(@Nullable Object... arguments) {
        return id() + " " + String.format(Locale.ROOT, pattern, arguments);
    }
}
