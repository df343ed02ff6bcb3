package dev.dormouse.internal.session;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.internal.context.load.EntityRows;
import dev.dormouse.internal.query.CompiledModification;
import dev.dormouse.internal.query.CompiledQuery;
import dev.dormouse.internal.query.CompiledStatement;
import dev.dormouse.internal.query.LastRun;
import dev.dormouse.internal.query.QueryRun;
import dev.dormouse.internal.query.QueryTimeout;
import dev.dormouse.internal.query.StatementCompiler;
import dev.dormouse.internal.query.build.BuiltQuery;
import dev.dormouse.internal.query.build.ParameterName;
import dev.dormouse.internal.transaction.ReadLease;
import dev.dormouse.internal.transaction.StoreFailures;
import dev.dormouse.query.QueryExplanation;
import dev.dormouse.settings.DormouseHints;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.type.BasicType;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A query in the Jakarta Persistence query language, of one entity manager (specification, section 3.11). */
final class JpqlQuery<X> extends ParameterizedQuery<X> {

    private final CompiledStatement statement;
    private final StatementCompiler compiler;
    private final @Nullable Class<X> resultType;
    private final QueryOptions options;
    private final LastRun explanation = new LastRun(this::compiled);

    /**
     * Makes a query.
     *
     * @param statement the text as the newest compiler compiled it
     * @param resultType the type of its results, null for what it returns
     * @param options what is set on it from the start
     */
    JpqlQuery(EntitySession session, CompiledStatement statement, @Nullable Class<X> resultType, QueryOptions options) {
        super(session, statement.parameters());
        this.statement = statement;
        this.compiler = session.compiler();
        this.resultType = resultType;
        this.options = options;
    }

    String text() {
        return statement.text();
    }

    @Nullable
    Class<X> resultType() {
        return resultType;
    }

    QueryOptions options() {
        return options;
    }

    private CompiledStatement compiled() {
        boolean paged = statement instanceof CompiledQuery && options.isPaged();
        Map<ParameterName, BasicType> adapted = arguments().adapted(statement.parameters());
        StatementCompiler newest = session().compiler();
        boolean asItStands = !paged && adapted.isEmpty();
        return asItStands && newest == compiler && newest.isGood(statement)
                ? statement
                : newest.compile(new StatementCompiler.Key(text(), paged, adapted));
    }

    private CompiledQuery select() {
        if (compiled() instanceof CompiledQuery query) {
            return query;
        }
        throw new IllegalStateException(QueryMessages.NOT_A_SELECT.text(text()));
    }

    /** A run, when it began, and how it is ended. */
    private final class Begun implements AutoCloseable {
        private final long since = slow().begun();
        private final QueryRun run;
        private final ReadLease lease;

        Begun(QueryRun run, ReadLease lease) {
            this.run = run;
            this.lease = lease;
        }

        @Override
        public void close() {
            try {
                run.close();
            } finally {
                lease.close();
                slow().ended(text(), since, explanation);
            }
        }
    }

    private Begun begin(String method, boolean streams) {
        CompiledQuery query = select();
        QueryRun.Request request = new QueryRun.Request(query, query.shape(resultType), frame(query), timeout());
        LockRequest lock = lock(method);
        session().flushBeforeQuery(getFlushMode());
        ReadLease lease = streams
                ? session().transactions().stream()
                : session().transactions().read();
        boolean begun = false;
        try {
            EntityRows entities = session().loader().rows(lease.transaction(), lock);
            QueryRun run = new QueryRun(request, lease.transaction(), entities);
            explanation.set(run);
            begun = true;
            return new Begun(run, lease);
        } catch (StoreException failure) {
            throw StoreFailures.translate(failure, null);
        } finally {
            if (!begun) {
                lease.close();
            }
        }
    }

    private SlowQueries slow() {
        return SlowQueries.of(session().unit());
    }

    private @Nullable Object[] frame(CompiledQuery query) {
        @Nullable Object[] frame = arguments().frame(query.parameters());
        BuiltQuery.PageParameters page = query.built().page();
        if (page != null) {
            frame[page.offset()] = (long) options.first();
            frame[page.count()] = options.most() == Integer.MAX_VALUE ? null : (Long) (long) options.most();
        }
        return frame;
    }

    /** Runs something that reads or writes the store, and turns its failures into those of the specification. */
    static <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException failure) {
            throw StoreFailures.translate(failure, null);
        }
    }

    private LockRequest lock(String method) {
        LockModeType mode = options.lockMode();
        if (mode == null || mode == LockModeType.NONE) {
            return LockRequest.NONE;
        }
        session().transactions().require(method);
        return SessionHints.lock(
                mode,
                options.hints(),
                session().properties(),
                session().unit().defaults().lockTimeout());
    }

    /** Begins to count the time that the query, the entity manager or the unit allows. */
    private QueryTimeout timeout() {
        Integer own = options.timeout();
        return new QueryTimeout(
                own != null
                        ? own
                        : SessionHints.queryTimeout(
                                session().properties(), session().unit()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<X> getResultList() {
        return session().call("getResultList", () -> {
            try (Begun begun = begin("getResultList", false)) {
                return (List<X>) translating(begun.run::rest);
            }
        });
    }

    @Override
    public Stream<X> getResultStream() {
        return session().call("getResultStream", () -> {
            Begun begun = begin("getResultStream", true);
            ResultSpliterator<X> results = new ResultSpliterator<>(session(), begun.run, begun::close);
            return StreamSupport.stream(results, false).onClose(begun::close);
        });
    }

    @Override
    public X getSingleResult() {
        return session().call("getSingleResult", () -> {
            List<X> results = atMostTwo("getSingleResult");
            if (results.isEmpty()) {
                throw new NoResultException(QueryMessages.NO_RESULT.text(text()));
            }
            return results.get(0);
        });
    }

    @Override
    public @Nullable X getSingleResultOrNull() {
        return session().call("getSingleResultOrNull", () -> {
            List<X> results = atMostTwo("getSingleResultOrNull");
            return results.isEmpty() ? null : results.get(0);
        });
    }

    @SuppressWarnings("unchecked")
    private List<X> atMostTwo(String method) {
        try (Begun begun = begin(method, false)) {
            List<X> results = (List<X>) translating(() -> begun.run.atMost(2));
            if (results.size() > 1) {
                throw new NonUniqueResultException(QueryMessages.SEVERAL_RESULTS.text(text()));
            }
            return results;
        }
    }

    @Override
    public int executeUpdate() {
        return session().call("executeUpdate", () -> {
            if (!(compiled() instanceof CompiledModification modification)) {
                throw new IllegalStateException(QueryMessages.NOT_A_MODIFICATION.text(text()));
            }
            StoreTransaction transaction = session().transactions().require("executeUpdate");
            @Nullable Object[] frame = arguments().frame(modification.parameters());
            session().flushBeforeQuery(getFlushMode());
            long since = slow().begun();
            QueryTimeout timeout = timeout();
            session().context().wroteAnywhere();
            int count = translating(() -> Math.toIntExact(modification.run(transaction, frame, timeout, explanation)));
            slow().ended(text(), since, explanation);
            return count;
        });
    }

    private TypedQuery<X> set(String method, Runnable setting) {
        session().run(method, setting);
        return this;
    }

    @Override
    public TypedQuery<X> setMaxResults(int maxResult) {
        return set("setMaxResults", () -> options.most(maxResult));
    }

    @Override
    public int getMaxResults() {
        session().checkOpen("getMaxResults");
        return options.most();
    }

    @Override
    public TypedQuery<X> setFirstResult(int startPosition) {
        return set("setFirstResult", () -> options.first(startPosition));
    }

    @Override
    public int getFirstResult() {
        session().checkOpen("getFirstResult");
        return options.first();
    }

    @Override
    public TypedQuery<X> setHint(String hintName, Object value) {
        return set("setHint", () -> options.hint(hintName, value));
    }

    @Override
    public Map<String, Object> getHints() {
        session().checkOpen("getHints");
        return options.hints();
    }

    @Override
    public TypedQuery<X> setFlushMode(FlushModeType flushMode) {
        return set("setFlushMode", () -> options.flushMode(flushMode));
    }

    @Override
    public FlushModeType getFlushMode() {
        session().checkOpen("getFlushMode");
        FlushModeType own = options.flushMode();
        return own == null ? session().flushMode() : own;
    }

    @Override
    public TypedQuery<X> setLockMode(LockModeType lockMode) {
        return set("setLockMode", () -> {
            checkLockable();
            options.lockMode(lockMode);
        });
    }

    @Override
    public @Nullable LockModeType getLockMode() {
        session().checkOpen("getLockMode");
        checkLockable();
        return options.lockMode();
    }

    private void checkLockable() {
        if (!(statement instanceof CompiledQuery)) {
            throw new IllegalStateException(QueryMessages.NOT_LOCKABLE.text(text()));
        }
    }

    @Override
    public TypedQuery<X> setCacheRetrieveMode(CacheRetrieveMode cacheRetrieveMode) {
        return setHint(DormouseHints.CACHE_RETRIEVE_MODE, cacheRetrieveMode);
    }

    @Override
    public CacheRetrieveMode getCacheRetrieveMode() {
        return options.cacheRetrieveMode(session().properties());
    }

    @Override
    public TypedQuery<X> setCacheStoreMode(CacheStoreMode cacheStoreMode) {
        return setHint(DormouseHints.CACHE_STORE_MODE, cacheStoreMode);
    }

    @Override
    public CacheStoreMode getCacheStoreMode() {
        return options.cacheStoreMode(session().properties());
    }

    @Override
    public TypedQuery<X> setTimeout(@Nullable Integer timeout) {
        return set("setTimeout", () -> options.timeout(timeout));
    }

    @Override
    public @Nullable Integer getTimeout() {
        return options.timeout();
    }

    @Override
    public <T> T unwrap(Class<T> cls) {
        return session().call("unwrap", () -> {
            if (cls == QueryExplanation.class) {
                return cls.cast(explanation);
            }
            if (cls.isInstance(this)) {
                return cls.cast(this);
            }
            throw new PersistenceException(QueryMessages.NOT_UNWRAPPABLE.text(cls.getName()));
        });
    }
}
