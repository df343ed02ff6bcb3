package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.JpqlSyntaxException;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Refuses at the first error, knowing everything that could have stood there. */
final class RefusingStrategy extends DefaultErrorStrategy {

    private final QueryText text;
    private IntervalSet expected = new IntervalSet();
    private int expectedAt = -1;

    RefusingStrategy(QueryText text) {
        this.text = text;
    }

    /** Optional parts that were passed over at the same token belong to what could have stood there. */
    @Override
    public void sync(Parser parser) {
        int index = parser.getInputStream().index();
        if (index != expectedAt) {
            expectedAt = index;
            expected = new IntervalSet();
        }
        expected.addAll(parser.getExpectedTokens());
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        throw refusal(parser, error);
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        throw refusal(parser, error);
    }

    @Override
    public Token recoverInline(Parser parser) {
        sync(parser);
        throw refusal(parser.getCurrentToken(), expected);
    }

    private JpqlSyntaxException refusal(Parser parser, RecognitionException error) {
        if (error instanceof NoViableAltException dead
                && dead.getStartToken() != dead.getOffendingToken()
                && dead.getDeadEndConfigs() != null) {
            return refusal(dead.getOffendingToken(), expectedBehind(dead));
        }
        sync(parser);
        return refusal(error.getOffendingToken(), expected);
    }

    /** The decision read ahead and came to its end several tokens later: what could have followed is in its last states. */
    private static IntervalSet expectedBehind(NoViableAltException dead) {
        IntervalSet set = new IntervalSet();
        for (ATNConfig config : dead.getDeadEndConfigs()) {
            for (Transition transition : config.state.getTransitions()) {
                IntervalSet label = transition.label();
                if (label != null) {
                    set.addAll(label);
                }
            }
        }
        return set;
    }

    private JpqlSyntaxException refusal(Token token, IntervalSet set) {
        String problem = token.getType() == Token.EOF ? "unexpected end of the query" : "unexpected";
        return text.refusal(token, problem, Expectation.sentence(set), new Hints(text, set).hint(token));
    }
}
