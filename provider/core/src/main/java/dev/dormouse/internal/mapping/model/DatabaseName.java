package dev.dormouse.internal.mapping.model;

import java.util.Locale;

/**
 * The name of a database object: table, column, sequence, constraint (Jakarta Persistence 3.2, section 2.14).
 *
 * @param text the name without quotes, in the case in which it was written
 * @param delimited whether it was written in quotes, or the unit delimits all: such a name is matched exactly, another one folded
 */
public record DatabaseName(String text, boolean delimited) {

    /** Reads a name as it stands in an annotation: in double quotes (or back quotes) it is delimited. */
    public static DatabaseName of(String written) {
        int end = written.length() - 1;
        boolean quoted = end > 0
                && (written.charAt(0) == '"' || written.charAt(0) == '`')
                && written.charAt(end) == written.charAt(0);
        return quoted ? new DatabaseName(written.substring(1, end), true) : new DatabaseName(written, false);
    }

    /** Returns a name made of this one and a suffix, delimited as this one is. */
    public DatabaseName plus(String suffix) {
        return new DatabaseName(text + suffix, delimited);
    }

    /** Returns the text under which equal names meet: as it is when delimited, else in upper case. */
    public String folded() {
        return delimited ? text : text.toUpperCase(Locale.ROOT);
    }

    public boolean matches(DatabaseName other) {
        return folded().equals(other.folded());
    }

    @Override
    public String toString() {
        return delimited ? '"' + text + '"' : text;
    }
}
