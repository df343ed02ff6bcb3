package dev.dormouse.jpql.ast;

/**
 * A text that is not a statement of the query language.
 *
 * <p>The message reads {@code line:column problem 'token'. expected. hint}. It is an {@link IllegalArgumentException}, which is what
 * the specification demands of {@code createQuery} for an invalid query string.
 */
public final class JpqlSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TOKEN = 60;

    private final int line;
    private final int column;
    private final int offset;
    private final String token;

    /**
     * Describes one refusal.
     *
     * @param position where the offending token begins
     * @param problem what is wrong, a few words in lower case
     * @param token the offending token as written, empty at the end of the query
     * @param expected one sentence about what may stand there, or empty
     * @param hint one sentence about what to do, or empty
     */
    public JpqlSyntaxException(Position position, String problem, String token, String expected, String hint) {
        super(message(position, problem, token, expected, hint));
        this.line = position.line();
        this.column = position.column();
        this.offset = position.offset();
        this.token = token;
    }

    private static String message(Position position, String problem, String token, String expected, String hint) {
        StringBuilder message = new StringBuilder().append(position).append(' ').append(problem);
        if (!token.isEmpty()) {
            String shown = token.length() <= LONGEST_TOKEN ? token : token.substring(0, LONGEST_TOKEN) + "...";
            message.append(" '").append(shown).append('\'');
        }
        message.append('.');
        if (!expected.isEmpty()) {
            message.append(' ').append(expected);
        }
        if (!hint.isEmpty()) {
            message.append(' ').append(hint);
        }
        return message.toString();
    }

    /** Returns the line of the offending token, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column of the offending token in code points, from 1. */
    public int column() {
        return column;
    }

    /** Returns the index of the offending token in the text in UTF-16 units, from 0. */
    public int offset() {
        return offset;
    }

    /** Returns the offending token as written, empty at the end of the query. */
    public String token() {
        return token;
    }
}
