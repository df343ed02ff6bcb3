package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.plan.Function;
import java.util.Locale;

/** The functions of texts. Positions and lengths count code points. */
final class TextFunctions {

    /** A text that a function makes longer has at most so many characters. */
    private static final int LONGEST = 1 << 24;

    private TextFunctions() {}

    static Functions.Body of(Function function) {
        return switch (function) {
            case CONCAT -> (a, f) -> concat(a);
            case SUBSTRING ->
                (a, f) -> substring((String) a[0], number(a[1]), a.length > 2 ? number(a[2]) : Long.MAX_VALUE);
            case TRIM -> (a, f) -> trim((String) a[0], (String) a[1], true, true);
            case TRIM_LEADING -> (a, f) -> trim((String) a[0], (String) a[1], true, false);
            case TRIM_TRAILING -> (a, f) -> trim((String) a[0], (String) a[1], false, true);
            case LOWER -> (a, f) -> ((String) a[0]).toLowerCase(Locale.ROOT);
            case UPPER -> (a, f) -> ((String) a[0]).toUpperCase(Locale.ROOT);
            case LENGTH -> (a, f) -> length((String) a[0]);
            case LOCATE -> (a, f) -> locate((String) a[0], (String) a[1], a.length > 2 ? number(a[2]) : 1);
            case LEFT -> (a, f) -> substring((String) a[0], 1, number(a[1]));
            case RIGHT -> (a, f) -> right((String) a[0], number(a[1]));
            case REPLACE -> (a, f) -> replace((String) a[0], (String) a[1], (String) a[2]);
            case REVERSE -> (a, f) -> new StringBuilder((String) a[0]).reverse().toString();
            case REPEAT -> (a, f) -> repeat((String) a[0], number(a[1]));
            case LPAD -> (a, f) -> padded((String) a[0], number(a[1]), (String) a[2], true);
            case RPAD -> (a, f) -> padded((String) a[0], number(a[1]), (String) a[2], false);
            default -> throw new AssertionError("no function of texts: " + function);
        };
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String concat(Object[] texts) {
        StringBuilder all = new StringBuilder();
        for (Object text : texts) {
            all.append((String) text);
        }
        return all.toString();
    }

    /** By the standard's rule: the part of positions from, from + 1, … from + length - 1 that exists. */
    private static String substring(String text, long from, long length) {
        int size = length(text);
        long end = length > Long.MAX_VALUE - Math.max(from, 0) ? Long.MAX_VALUE : from + length;
        long first = Math.max(from, 1);
        long last = Math.min(end, size + 1L);
        if (first >= last) {
            return "";
        }
        int start = text.offsetByCodePoints(0, (int) first - 1);
        return text.substring(start, text.offsetByCodePoints(start, (int) (last - first)));
    }

    private static String right(String text, long length) {
        int size = length(text);
        return length <= 0 ? "" : length >= size ? text : substring(text, size - length + 1, length);
    }

    private static String trim(String text, String character, boolean start, boolean end) {
        LikePattern.oneCharacter(character);
        int width = character.length();
        int from = 0;
        int to = text.length();
        while (start && from + width <= to && text.startsWith(character, from)) {
            from += width;
        }
        while (end && to - width >= from && text.startsWith(character, to - width)) {
            to -= width;
        }
        return text.substring(from, to);
    }

    private static int locate(String sought, String text, long from) {
        long first = Math.max(from, 1);
        if (first > length(text) + 1L) {
            return 0;
        }
        int at = text.indexOf(sought, text.offsetByCodePoints(0, (int) first - 1));
        return at < 0 ? 0 : text.codePointCount(0, at) + 1;
    }

    private static String replace(String text, String sought, String replacement) {
        return sought.isEmpty() ? text : text.replace(sought, replacement);
    }

    private static String repeat(String text, long count) {
        if (count > 0 && text.length() * (double) count > LONGEST) {
            throw new EvaluationException(EvaluationMessages.OUT_OF_DOMAIN, "repeat", count);
        }
        return text.repeat((int) Math.max(0, count));
    }

    private static String padded(String text, long length, String character, boolean start) {
        if (length > LONGEST) {
            throw new EvaluationException(EvaluationMessages.OUT_OF_DOMAIN, start ? "lpad" : "rpad", length);
        }
        LikePattern.oneCharacter(character);
        long missing = length - length(text);
        if (missing <= 0) {
            return substring(text, 1, length);
        }
        String filling = character.repeat((int) missing);
        return start ? filling + text : text + filling;
    }
}
