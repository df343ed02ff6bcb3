package dev.dormouse.internal.query;

import dev.dormouse.internal.context.load.EntityRows;
import dev.dormouse.internal.execute.Execution;
import dev.dormouse.internal.query.result.ResultRows;
import dev.dormouse.internal.query.result.ResultShape;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.TimedOutException;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a query that returns results: holds a cursor of the store until it is closed. Belongs to one thread. */
public final class QueryRun implements AutoCloseable {

    private static final int CHUNK = 100;

    private final CompiledQuery query;
    private final StoreTransaction transaction;
    private final Execution execution;
    private final ResultRows rows;
    private final boolean repeatsRows;
    private final QueryTimeout timeout;

    /**
     * Begins a run.
     *
     * @param transaction the store transaction to read in
     * @param entities the entities of its rows
     */
    public QueryRun(Request request, StoreTransaction transaction, EntityRows entities) {
        this.query = request.query();
        this.transaction = transaction;
        this.execution = query.plan().open(transaction, request.frame());
        this.rows = new ResultRows(execution, request.shape(), entities);
        this.repeatsRows = request.shape().repeatsRows();
        this.timeout = request.timeout();
        timeout.limit(execution);
    }

    /**
     * What is run.
     *
     * @param query the query
     * @param shape what its rows become
     * @param frame the values of its parameters
     * @param timeout how long it may take
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Request(CompiledQuery query, ResultShape shape, @Nullable Object[] frame, QueryTimeout timeout) {}

    /** Returns all results from here on. */
    public List<@Nullable Object> rest() {
        return next(Integer.MAX_VALUE);
    }

    /** Returns the first results, at most as many as asked for, or a few more. */
    public List<@Nullable Object> atMost(int count) {
        return repeatsRows ? rest() : next(count);
    }

    /** Returns some further results; none at the end. */
    public List<@Nullable Object> chunk() {
        return repeatsRows ? rest() : next(CHUNK);
    }

    private List<@Nullable Object> next(int most) {
        if (timeout.isOver()) {
            throw timeout.exceeded(query.text());
        }
        try {
            return rows.next(most);
        } catch (TimedOutException late) {
            throw timeout.exceeded(query.text());
        } catch (EvaluationException failure) {
            throw new PersistenceException(failure.getMessage(), failure);
        }
    }

    /** Returns whether there are no further results. */
    public boolean isOver() {
        return rows.isOver();
    }

    /** Returns whether the transaction that it reads in has not ended. */
    public boolean isActive() {
        return transaction.isActive();
    }

    Execution execution() {
        return execution;
    }

    /** Ends the run. Idempotent. */
    @Override
    public void close() {
        execution.close();
    }
}
