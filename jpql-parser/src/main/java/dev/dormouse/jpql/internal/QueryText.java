package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.JpqlSyntaxException;
import dev.dormouse.jpql.ast.Position;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** One query text, its tokens and where they stand. */
final class QueryText {

    private final CommonTokenStream tokens;
    private final int @Nullable [] offsets;

    QueryText(String text) {
        JpqlTokens lexer = new JpqlTokens(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        this.tokens = new CommonTokenStream(lexer);
        this.offsets = text.codePoints().anyMatch(Character::isSupplementaryCodePoint) ? offsets(text) : null;
        tokens.fill();
    }

    CommonTokenStream stream() {
        return tokens;
    }

    List<Token> tokens() {
        return tokens.getTokens();
    }

    Position position(Token token) {
        int codePoints = token.getStartIndex();
        int offset = offsets == null ? codePoints : offsets[codePoints];
        return new Position(token.getLine(), token.getCharPositionInLine() + 1, offset);
    }

    JpqlSyntaxException refusal(Token token, String problem, String expected, String hint) {
        String shown = token.getType() == Token.EOF ? "" : token.getText();
        return new JpqlSyntaxException(position(token), problem, shown, expected, hint);
    }

    /** ANTLR counts code points, the users of a string count UTF-16 units. */
    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int offset = 0;
        for (int i = 0; i < offsets.length - 1; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[offsets.length - 1] = offset;
        return offsets;
    }
}
