package dev.dormouse.lmdb.internal.flat;

import java.util.ArrayList;
import java.util.List;

/**
 * What the bytes of a table are, in words: the names and types of its fields, of tables within it, and the constants of enums; a table within itself as the number of
 * levels up. Two forms tell whether rows of the one can be read as the other: classes may be renamed; fields and constants only appended.
 */
public final class FlatForm {

    private final StringBuilder text = new StringBuilder();
    private final List<StructureFlat> open = new ArrayList<>();

    private FlatForm() {}

    /** Returns the form of a table. */
    public static String of(StructureFlat table) {
        FlatForm form = new FlatForm();
        table.form(form);
        return form.text.toString();
    }

    FlatForm add(String words) {
        text.append(words);
        return this;
    }

    /** Tells whether a table is within itself here, and if so, says it. */
    boolean isOpen(StructureFlat table) {
        int level = open.indexOf(table);
        if (level >= 0) {
            text.append('^').append(open.size() - level);
        }
        return level >= 0;
    }

    void open(StructureFlat table) {
        open.add(table);
        text.append('{');
    }

    void close() {
        open.remove(open.size() - 1);
        text.append('}');
    }

    /** Tells whether rows of an older form are rows of a newer one: it has all that the older one has, at its place, and perhaps more at the ends. */
    public static boolean reads(String newer, String older) {
        int next = 0;
        for (int i = 0; i < older.length(); i++) {
            char c = older.charAt(i);
            if (next < newer.length() && newer.charAt(next) == c) {
                next++;
            } else if ((c == '}' || c == ')') && mayGrow(newer, next, older, i)) {
                next = closing(newer, next) + 1;
            } else {
                return false;
            }
        }
        return next == newer.length();
    }

    private static boolean mayGrow(String newer, int next, String older, int at) {
        boolean empty = at > 0 && older.charAt(at - 1) == '{';
        return next < newer.length() && (newer.charAt(next) == ',' || empty);
    }

    /** Returns where the table or enum ends in which a place is. */
    private static int closing(String text, int from) {
        int depth = 0;
        int at = from;
        while (depth > 0 || (text.charAt(at) != '}' && text.charAt(at) != ')')) {
            char c = text.charAt(at++);
            if (c == '{' || c == '(') {
                depth++;
            } else if (c == '}' || c == ')') {
                depth--;
            }
        }
        return at;
    }
}
