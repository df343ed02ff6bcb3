package dev.dormouse.jpql;

import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.Statement;
import dev.dormouse.jpql.internal.StatementPrinter;

/**
 * Writes a tree as a text of the query language, in one line and with no more parentheses than the tree needs.
 *
 * <p>Reading the text again gives an equal tree, provided that names and strings of the tree can be written in a query.
 */
public final class JpqlPrinter {

    private JpqlPrinter() {}

    /** Returns the text of a statement. */
    public static String print(Statement statement) {
        StringBuilder out = new StringBuilder();
        new StatementPrinter(out).statement(statement);
        return out.toString();
    }

    /** Returns the text of an expression, such as for a message or a column's name. */
    public static String print(Expression expression) {
        StringBuilder out = new StringBuilder();
        new StatementPrinter(out).expression(expression);
        return out.toString();
    }
}
