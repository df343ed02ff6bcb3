package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.execute.Execution;
import dev.dormouse.internal.query.build.QueryParameters;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.TimedOutException;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulk update or delete that can run.
 *
 * @param text the text
 * @param before what is modified first and not counted
 * @param plan the statement itself
 * @param parameters its parameters
 */
public record CompiledModification(
        String text, List<ExecutablePlan> before, ExecutablePlan plan, QueryParameters parameters)
        implements CompiledStatement {

    public CompiledModification {
        before = List.copyOf(before);
    }

    /**
     * Runs it.
     *
     * @param transaction the store transaction to write in
     * @param frame the values of its parameters
     * @param timeout how long it may look for what it modifies
     * @param explanation what is told of the run
     * @return how many entities were modified
     */
    public long run(StoreTransaction transaction, @Nullable Object[] frame, QueryTimeout timeout, LastRun explanation) {
        Instant now = Instant.now();
        List<Execution> runs = new ArrayList<>();
        try {
            before.forEach(first -> runs.add(first.open(transaction, frame, now)));
            Execution statement = plan.open(transaction, frame, now);
            runs.add(statement);
            explanation.set(statement);
            return modify(runs, timeout);
        } catch (TimedOutException late) {
            throw timeout.exceeded(text);
        } catch (EvaluationException failure) {
            throw new PersistenceException(failure.getMessage(), failure);
        } finally {
            runs.forEach(Execution::close);
        }
    }

    /** All that is modified is found before the first change, so that a statement that takes too long has changed nothing. */
    private static long modify(List<Execution> runs, QueryTimeout timeout) {
        for (Execution run : runs) {
            timeout.limit(run);
            run.collectChanges();
        }
        long modified = 0;
        for (Execution run : runs) {
            modified = run.modify();
        }
        return modified;
    }

    @Override
    public String explain() {
        return plan.explain();
    }

    @Override
    public double surprise() {
        return plan.expected().surprise();
    }

    @Override
    public long catalogVersion() {
        return plan.catalogVersion();
    }
}
