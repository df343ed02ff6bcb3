package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.execute.Execution;
import dev.dormouse.internal.query.build.QueryParameters;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.EvaluationException;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
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
     * @param explanation what is told of the run
     * @return how many entities were modified
     */
    public long run(StoreTransaction transaction, @Nullable Object[] frame, LastRun explanation) {
        Instant now = Instant.now();
        try {
            for (ExecutablePlan first : before) {
                modify(first.open(transaction, frame, now), explanation);
            }
            return modify(plan.open(transaction, frame, now), explanation);
        } catch (EvaluationException failure) {
            throw new PersistenceException(failure.getMessage(), failure);
        }
    }

    private static long modify(Execution opened, LastRun explanation) {
        try (Execution execution = opened) {
            explanation.set(execution);
            return execution.modify();
        }
    }

    @Override
    public String explain() {
        return plan.explain();
    }

    @Override
    public long catalogVersion() {
        return plan.catalogVersion();
    }
}
