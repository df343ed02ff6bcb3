package dev.dormouse.internal.session;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.internal.context.load.EntityRows;
import dev.dormouse.internal.execute.Execution;
import dev.dormouse.internal.query.CompiledQuery;
import dev.dormouse.internal.query.result.ResultRows;
import dev.dormouse.internal.query.result.ResultShape;
import dev.dormouse.internal.transaction.ReadLease;
import dev.dormouse.internal.transaction.StoreFailures;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.evaluate.EvaluationException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.QueryTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a query that returns results: holds a read of the store until it is closed. Belongs to one thread. */
final class QueryRun implements AutoCloseable {

    private static final int CHUNK = 100;

    private final CompiledQuery query;
    private final ReadLease lease;
    private final Execution execution;
    private final ResultRows rows;
    private final boolean repeatsRows;
    private final long deadline;
    private final @Nullable Integer timeout;
    private boolean isClosed;

    /**
     * Begins a run.
     *
     * @param lease the read, which the run ends
     * @param arguments the values of the frame
     * @param timeout after how many milliseconds it fails; null or 0 for never
     */
    QueryRun(Request request, ReadLease lease, @Nullable Object[] arguments, @Nullable Integer timeout) {
        this.query = request.query();
        this.lease = lease;
        this.execution = query.plan().open(lease.transaction(), arguments, Instant.now());
        EntityRows entities = request.session().loader().rows(lease.transaction(), request.lock());
        this.rows = new ResultRows(execution, request.shape(), entities);
        this.repeatsRows = request.shape().repeatsRows();
        this.timeout = timeout == null || timeout == 0 ? null : timeout;
        this.deadline = this.timeout == null ? 0 : System.nanoTime() + this.timeout * 1_000_000L;
    }

    /**
     * What is run.
     *
     * @param session the entity manager
     * @param query the query
     * @param shape what its rows become
     * @param lock how its entities are locked
     */
    record Request(EntitySession session, CompiledQuery query, ResultShape shape, LockRequest lock) {}

    /** Returns all results from here on. */
    List<@Nullable Object> rest() {
        List<@Nullable Object> all = new ArrayList<>();
        while (!rows.isOver()) {
            all.addAll(repeatsRows ? next(Integer.MAX_VALUE) : next(CHUNK));
        }
        return all;
    }

    /** Returns the first results, at most as many as asked for. */
    List<@Nullable Object> atMost(int count) {
        return repeatsRows ? rest() : next(count);
    }

    /** Returns some further results; none at the end. */
    List<@Nullable Object> chunk() {
        return repeatsRows ? rest() : next(CHUNK);
    }

    private List<@Nullable Object> next(int most) {
        checkTime();
        return translating(() -> rows.next(most));
    }

    private void checkTime() {
        if (timeout != null && System.nanoTime() - deadline > 0) {
            throw new QueryTimeoutException(QueryMessages.TIMED_OUT.text(timeout, query.text()));
        }
    }

    /** Returns whether there are no further results. */
    boolean isOver() {
        return rows.isOver();
    }

    /** Returns whether the transaction that it reads in has not ended. */
    boolean isActive() {
        return lease.transaction().isActive();
    }

    Execution execution() {
        return execution;
    }

    /** Runs something that reads the store, and turns its failures into those of the specification. */
    static <T> T translating(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (StoreException failure) {
            throw StoreFailures.translate(failure, null);
        } catch (EvaluationException failure) {
            throw new PersistenceException(failure.getMessage(), failure);
        }
    }

    /** Ends the run. Idempotent. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            try {
                execution.close();
            } finally {
                lease.close();
            }
        }
    }
}
