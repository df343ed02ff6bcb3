package dev.dormouse.internal.optimize.access;

import java.util.Optional;

/** The range of texts that begin with a given one, by code point. */
final class TextRange {

    private TextRange() {}

    /** Returns the lowest text above all that begin with this one; empty if there is none. */
    static Optional<String> after(String start) {
        int[] points = start.codePoints().toArray();
        for (int last = points.length - 1; last >= 0; last--) {
            int next = points[last] + 1;
            if (next == Character.MIN_SURROGATE) {
                next = Character.MAX_SURROGATE + 1;
            }
            if (next <= Character.MAX_CODE_POINT) {
                points[last] = next;
                return Optional.of(new String(points, 0, last + 1));
            }
        }
        return Optional.empty();
    }
}
