package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.JpqlSyntaxException;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What can be said about a text before its grammar is looked at: foreign tokens, mixed parameters, depth of nesting. */
final class TokenInspection {

    private static final int DEEPEST = 1_200;

    private final QueryText text;
    private @Nullable Token firstParameter;
    private int depth;
    private int deepest;

    TokenInspection(QueryText text) {
        this.text = text;
    }

    /** Returns how deep parentheses and CASE expressions are nested. */
    int nesting() {
        for (Token token : text.tokens()) {
            switch (token.getType()) {
                case JpqlTokens.OPEN, JpqlTokens.CASE -> enter(token);
                case JpqlTokens.CLOSE, JpqlTokens.END -> depth--;
                case JpqlTokens.NAMED_PARAMETER, JpqlTokens.POSITIONAL_PARAMETER -> parameter(token);
                case JpqlTokens.MALFORMED_NUMBER,
                        JpqlTokens.UNTERMINATED_STRING,
                        JpqlTokens.DOUBLE_QUOTED,
                        JpqlTokens.FOREIGN_NOT_EQUAL,
                        JpqlTokens.FOREIGN_CHARACTER -> throw foreign(token);
                default -> {}
            }
        }
        return deepest;
    }

    private void enter(Token token) {
        depth++;
        deepest = Math.max(deepest, depth);
        if (depth > DEEPEST) {
            throw text.refusal(
                    token,
                    "nested too deeply at",
                    "Expected at most 1,200 levels of parentheses and CASE.",
                    "Write the conditions side by side.");
        }
    }

    private void parameter(Token token) {
        if (firstParameter == null) {
            firstParameter = token;
        } else if (firstParameter.getType() != token.getType()) {
            throw text.refusal(
                    token,
                    "named and positional parameters mixed at",
                    "Expected one kind of parameters in a query, as '" + firstParameter.getText() + "' before.",
                    "");
        }
    }

    private JpqlSyntaxException foreign(Token token) {
        return switch (token.getType()) {
            case JpqlTokens.MALFORMED_NUMBER -> malformedNumber(token);
            case JpqlTokens.UNTERMINATED_STRING ->
                text.refusal(
                        token,
                        "unterminated string",
                        "Expected a closing quote.",
                        "A quote inside a string is written twice.");
            case JpqlTokens.DOUBLE_QUOTED ->
                text.refusal(token, "double quotes", "Expected a string in single quotes.", "");
            case JpqlTokens.FOREIGN_NOT_EQUAL -> text.refusal(token, "unknown operator", "Expected '<>'.", "");
            default -> foreignCharacter(token);
        };
    }

    private JpqlSyntaxException malformedNumber(Token token) {
        boolean hexadecimal =
                token.getText().startsWith("0x") || token.getText().startsWith("0X");
        return text.refusal(
                token,
                "malformed number",
                "Expected decimal digits and one of the suffixes L, F, D, BI, BD.",
                hexadecimal ? "Write the hexadecimal number as a decimal one." : "");
    }

    private JpqlSyntaxException foreignCharacter(Token token) {
        return switch (token.getText()) {
            case "?" ->
                text.refusal(
                        token, "positional parameter without number", "Expected a number behind it, as in '?1'.", "");
            case ":" ->
                text.refusal(
                        token,
                        "named parameter without name",
                        "Expected a name directly behind it, as in ':name'.",
                        "");
            case ";" -> text.refusal(token, "unexpected", "Expected one statement without terminator.", "");
            default -> text.refusal(token, "unexpected character", "", "");
        };
    }
}
