package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.JpqlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Refuses at the first error, knowing everything that could have stood there. */
final class RefusingStrategy extends DefaultErrorStrategy {

    private final QueryText text;
    private final List<Integer> states = new ArrayList<>();
    private final List<ParserRuleContext> contexts = new ArrayList<>();
    private int index = -1;

    RefusingStrategy(QueryText text) {
        this.text = text;
    }

    /** Optional parts that were passed over at the same token belong to what could have stood there. */
    @Override
    public void sync(Parser parser) {
        if (index != parser.getInputStream().index()) {
            index = parser.getInputStream().index();
            states.clear();
            contexts.clear();
        }
        states.add(parser.getState());
        contexts.add(parser.getContext());
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
        throw refusal(parser.getCurrentToken(), expected(parser));
    }

    private JpqlSyntaxException refusal(Parser parser, RecognitionException error) {
        if (error instanceof NoViableAltException dead
                && dead.getStartToken() != dead.getOffendingToken()
                && dead.getDeadEndConfigs() != null) {
            return refusal(dead.getOffendingToken(), expectedBehind(dead));
        }
        sync(parser);
        return refusal(error.getOffendingToken(), expected(parser));
    }

    private IntervalSet expected(Parser parser) {
        IntervalSet set = new IntervalSet();
        for (int i = 0; i < states.size(); i++) {
            set.addAll(parser.getATN().getExpectedTokens(states.get(i), contexts.get(i)));
        }
        return set;
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
