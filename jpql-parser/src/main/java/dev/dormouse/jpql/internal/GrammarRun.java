package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads one text: tokens, parse tree, nodes.
 *
 * <p>The fast prediction mode comes first; what it refuses is read again with the full one, which accepts the rest or knows the reason.
 */
public final class GrammarRun {

    /** A level of nesting costs a few frames in the parser and in the readers; this many fit on any thread. */
    private static final int SHALLOW = 100;

    private static final long STACK_BYTES_PER_LEVEL = 16 * 1024;

    private final QueryText text;

    private GrammarRun(QueryText text) {
        this.text = text;
    }

    public static Statement statement(String query) {
        QueryText text = new QueryText(query);
        int nesting = new TokenInspection(text).nesting();
        GrammarRun run = new GrammarRun(text);
        return nesting <= SHALLOW ? run.statement() : run.statementOnDeepStack(nesting);
    }

    private Statement statement() {
        return new StatementReader(text).statement(parseTree());
    }

    private JpqlGrammar.StatementContext parseTree() {
        try {
            return parser(PredictionMode.SLL, new BailErrorStrategy()).statement();
        } catch (ParseCancellationException refused) {
            text.stream().seek(0);
            return parser(PredictionMode.LL, new RefusingStrategy(text)).statement();
        }
    }

    private JpqlGrammar parser(PredictionMode mode, ANTLRErrorStrategy strategy) {
        JpqlGrammar parser = new JpqlGrammar(text.stream());
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(mode);
        parser.setErrorHandler(strategy);
        return parser;
    }

    private Statement statementOnDeepStack(int nesting) {
        FutureTask<Statement> task = new FutureTask<>(this::statement);
        Thread thread = new Thread(null, task, "dormouse-jpql", nesting * STACK_BYTES_PER_LEVEL);
        thread.setDaemon(true);
        thread.start();
        return result(task);
    }

    /** Waits through interrupts, since parsing ends soon by itself, and leaves the thread interrupted as it was. */
    private static Statement result(FutureTask<Statement> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new AssertionError(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
