package dev.dormouse.mongodb.internal.scan;

import org.bson.BsonRegularExpression;
import org.jspecify.annotations.Nullable;

/** The regular expression of the server for a pattern of LIKE: every character that is no wildcard stands for itself. */
final class LikeExpression {

    /** The server refuses longer ones. */
    private static final int LONGEST = 4_000;

    private static final String ANYTHING = ".*";

    private LikeExpression() {}

    /**
     * Returns the expression.
     *
     * @param escape the text of one character that takes the meaning from the next, null for none
     * @return null where the pattern is wrong or no expression of the server can say it
     */
    static @Nullable BsonRegularExpression of(String pattern, @Nullable String escape) {
        int escapeCharacter = escape == null ? -1 : escape.codePointAt(0);
        boolean wrongEscape = escape != null && escape.codePointCount(0, escape.length()) != 1;
        if (wrongEscape || pattern.length() > LONGEST) {
            return null;
        }
        StringBuilder expression = new StringBuilder("^");
        for (int i = 0; i < pattern.length(); ) {
            int c = pattern.codePointAt(i);
            i += Character.charCount(c);
            boolean escaped = c == escapeCharacter;
            if (escaped) {
                c = i < pattern.length() ? pattern.codePointAt(i) : 0;
                i += Character.charCount(c);
            }
            boolean wrong = escaped && c != '_' && c != '%' && c != escapeCharacter;
            if (wrong || c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                return null;
            }
            append(expression, c, escaped);
        }
        return expression.toString().endsWith(ANYTHING)
                ? new BsonRegularExpression(expression.substring(0, expression.length() - ANYTHING.length()), "s")
                : new BsonRegularExpression(expression + "\\z", "s");
    }

    private static void append(StringBuilder expression, int c, boolean escaped) {
        if (!escaped && c == '%') {
            expression.append(ANYTHING);
        } else if (!escaped && c == '_') {
            expression.append('.');
        } else if (c < 128 && !Character.isLetterOrDigit(c)) {
            expression.append('\\').append((char) c);
        } else {
            expression.appendCodePoint(c);
        }
    }
}
