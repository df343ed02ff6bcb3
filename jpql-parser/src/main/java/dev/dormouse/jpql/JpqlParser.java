package dev.dormouse.jpql;

import dev.dormouse.jpql.ast.JpqlSyntaxException;
import dev.dormouse.jpql.ast.Statement;
import dev.dormouse.jpql.internal.GrammarRun;
import java.util.Objects;

/**
 * Reads a statement of the Jakarta Persistence 3.2 query language (chapter 4 of the specification).
 *
 * <p>Whether names exist and types fit is not looked at, nor whether a query may stand where the API puts it. Beyond the specification's grammar these are accepted, since they have
 * one clear meaning: scalar expressions wherever it asks for a literal, a parameter or a path as operand of a predicate, as argument of an
 * aggregate or as grouping; a CASE without ELSE; NULL as a value, except as operand of a comparison; ORDER BY behind the last
 * operand of set operators, for the whole; joins behind a collection member declaration; joins along paths that begin with KEY or VALUE, as
 * in {@code JOIN VALUE(m).parts}, beside TREAT, which the specification has; fetch joins of the implicit variable.
 */
public final class JpqlParser {

    private JpqlParser() {}

    /**
     * Reads one statement.
     *
     * @param text the query
     * @return its tree, with positions
     * @throws JpqlSyntaxException if the text is not a statement, a number is out of its type's range, named and positional
     *     parameters are mixed, or parentheses and CASE expressions are nested deeper than 1,200 levels
     */
    public static Statement parse(String text) {
        return GrammarRun.statement(Objects.requireNonNull(text, "text"));
    }
}
