package dev.dormouse.jpql.internal;

import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Guesses what was meant where a token is refused. */
final class Hints {

    private static final int NEAR = 2;

    private final QueryText text;
    private final IntervalSet expected;

    Hints(QueryText text, IntervalSet expected) {
        this.text = text;
        this.expected = expected;
    }

    /** Returns a sentence for the refused token, or nothing. */
    String hint(Token token) {
        Token before = token.getTokenIndex() > 0 ? text.tokens().get(token.getTokenIndex() - 1) : null;
        String hint = byToken(token, before);
        if (hint.isEmpty()) {
            hint = misspelled(token);
        }
        if (hint.isEmpty() && before != null) {
            hint = misspelled(before);
        }
        return hint.isEmpty() ? swallowed(token.getTokenIndex()) : hint;
    }

    private String byToken(Token token, @Nullable Token before) {
        int previous = before == null ? Token.INVALID_TYPE : before.getType();
        return switch (token.getType()) {
            case JpqlTokens.STAR -> star(previous);
            case JpqlTokens.EQUAL -> previous == JpqlTokens.EQUAL ? "Equality is a single '='." : "";
            case JpqlTokens.OPEN ->
                before != null && previous == JpqlTokens.IDENTIFIER
                        ? "Call a function of the store as FUNCTION('" + before.getText() + "', ...)."
                        : "";
            case JpqlTokens.ORDER ->
                expected.contains(JpqlTokens.CLOSE) ? "A subquery has no ORDER BY." : reservedWord(token, previous);
            case JpqlTokens.IDENTIFIER -> identifier(token);
            default -> reservedWord(token, previous);
        };
    }

    private static String star(int previous) {
        return switch (previous) {
            case JpqlTokens.OPEN -> "Count an identification variable, as in COUNT(e).";
            case JpqlTokens.SELECT, JpqlTokens.DISTINCT -> "Select an identification variable instead.";
            default -> "";
        };
    }

    private static String identifier(Token token) {
        return switch (token.getText().toUpperCase(Locale.ROOT)) {
            case "LIMIT", "OFFSET" -> "Page with setMaxResults and setFirstResult.";
            default -> "";
        };
    }

    private String reservedWord(Token token, int previous) {
        boolean variable = expected.contains(JpqlTokens.IDENTIFIER) && !expected.contains(JpqlTokens.NUMBER);
        boolean needed = previous == JpqlTokens.AS || !expected.contains(JpqlTokens.WHERE);
        return variable && needed && Expectation.isWord(token.getType()) ? "A reserved word cannot be a variable." : "";
    }

    /** A dot with nothing behind it swallows the next word of the language. */
    private String swallowed(int end) {
        for (int i = end - 1; i > 0; i--) {
            Token word = text.tokens().get(i);
            boolean behindDot = text.tokens().get(i - 1).getType() == JpqlTokens.DOT;
            if (behindDot && Expectation.isWord(word.getType()) && expected.contains(word.getType())) {
                return "Behind the dot, '" + word.getText() + "' was read as a name.";
            }
        }
        return "";
    }

    private String misspelled(Token token) {
        if (token.getType() != JpqlTokens.IDENTIFIER) {
            return "";
        }
        String written = token.getText().toUpperCase(Locale.ROOT);
        String nearest = "";
        int least = Math.min(NEAR, written.length() / 2) + 1;
        for (int type : expected.toArray()) {
            if (type > 0 && Expectation.isWord(type)) {
                int distance = distance(written, Expectation.word(type));
                if (distance < least) {
                    least = distance;
                    nearest = Expectation.word(type);
                }
            }
        }
        return nearest.isEmpty() ? "" : "Did you mean " + nearest + " by '" + token.getText() + "'?";
    }

    /** Levenshtein's distance, where the lengths let it matter. */
    private static int distance(String left, String right) {
        if (Math.abs(left.length() - right.length()) > NEAR) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[row.length - 1];
    }
}
