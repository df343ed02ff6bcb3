package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compiled pattern of LIKE: {@code _} is one code point, {@code %} any number of them. Patterns without {@code _} that are a text with
 * {@code %} only at its ends, most in practice, are compared as texts.
 */
public final class LikePattern {

    private static final int ANY_ONE = -1;
    private static final int ANY_MANY = -2;

    private enum Shape {
        EXACT,
        PREFIX,
        SUFFIX,
        INFIX,
        GENERAL
    }

    private final String source;
    private final @Nullable String escapeSource;
    private final int[] tokens;
    private final Shape shape;
    private final String text;

    private LikePattern(String source, @Nullable String escapeSource, int[] tokens) {
        this.source = source;
        this.escapeSource = escapeSource;
        this.tokens = tokens;
        int from = 0;
        int to = tokens.length;
        while (from < to && tokens[from] == ANY_MANY) {
            from++;
        }
        while (to > from && tokens[to - 1] == ANY_MANY) {
            to--;
        }
        boolean plain = true;
        for (int i = from; i < to; i++) {
            plain &= tokens[i] >= 0;
        }
        this.text = plain ? new String(tokens, from, to - from) : "";
        this.shape = !plain ? Shape.GENERAL : shape(from > 0, to < tokens.length);
    }

    private static Shape shape(boolean openStart, boolean openEnd) {
        if (openStart) {
            return openEnd ? Shape.INFIX : Shape.SUFFIX;
        }
        return openEnd ? Shape.PREFIX : Shape.EXACT;
    }

    /**
     * Compiles a pattern.
     *
     * @param escape the text of one character that takes the meaning from the next; null for none
     * @throws EvaluationException if the escape is not one character, or stands where it means nothing
     */
    public static LikePattern of(String pattern, @Nullable String escape) {
        int escapeCharacter = escape == null ? -1 : oneCharacter(escape);
        int[] tokens = new int[pattern.length()];
        int count = 0;
        for (int i = 0; i < pattern.length(); ) {
            int c = pattern.codePointAt(i);
            i += Character.charCount(c);
            if (escape != null && c == escapeCharacter) {
                c = i < pattern.length() ? pattern.codePointAt(i) : -1;
                if (c != '_' && c != '%' && c != escapeCharacter) {
                    throw new EvaluationException(EvaluationMessages.PATTERN_ESCAPE, pattern, escape);
                }
                i += Character.charCount(c);
                tokens[count++] = c;
            } else {
                tokens[count++] = c == '_' ? ANY_ONE : c == '%' ? ANY_MANY : c;
            }
        }
        return new LikePattern(pattern, escape, Arrays.copyOf(tokens, count));
    }

    /** Returns the only code point of a text. */
    static int oneCharacter(String text) {
        if (text.codePointCount(0, text.length()) != 1) {
            throw new EvaluationException(EvaluationMessages.ONE_CHARACTER, text);
        }
        return text.codePointAt(0);
    }

    /** Tells whether this was compiled from these texts. */
    public boolean isFrom(String pattern, @Nullable String escape) {
        return source.equals(pattern) && Objects.equals(escapeSource, escape);
    }

    /** Tells whether a text matches. */
    public boolean matches(String candidate) {
        return switch (shape) {
            case EXACT -> candidate.equals(text);
            case PREFIX -> candidate.startsWith(text);
            case SUFFIX -> candidate.endsWith(text);
            case INFIX -> candidate.contains(text);
            case GENERAL -> matchesTokens(candidate);
        };
    }

    /** Greedy with one point of return, the last {@code %}: no more than length of text times length of pattern steps. */
    private boolean matchesTokens(String candidate) {
        int at = 0;
        int token = 0;
        int returnToken = -1;
        int returnAt = 0;
        while (at < candidate.length()) {
            int c = candidate.codePointAt(at);
            if (token < tokens.length && (tokens[token] == ANY_ONE || tokens[token] == c)) {
                token++;
                at += Character.charCount(c);
            } else if (token < tokens.length && tokens[token] == ANY_MANY) {
                returnToken = token++;
                returnAt = at;
            } else if (returnToken >= 0) {
                token = returnToken + 1;
                returnAt += Character.charCount(candidate.codePointAt(returnAt));
                at = returnAt;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == ANY_MANY) {
            token++;
        }
        return token == tokens.length;
    }
}
