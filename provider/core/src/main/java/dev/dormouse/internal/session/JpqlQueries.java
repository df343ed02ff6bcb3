package dev.dormouse.internal.session;

import dev.dormouse.failure.NearestName;
import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.mapping.model.NamedQueryModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.query.CompiledQuery;
import dev.dormouse.internal.query.CompiledStatement;
import dev.dormouse.internal.query.StatementCompiler;
import dev.dormouse.internal.query.build.BuiltQuery;
import dev.dormouse.internal.query.result.ResultShape;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.TypedQueryReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queries of a unit: texts and named ones. Thread-safe. */
public final class JpqlQueries implements QueryFactory {

    private final Supplier<StatementCompiler> newest;
    private final ConcurrentMap<String, Named> named = new ConcurrentHashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** Compiles the named queries of a unit; what is wrong with them is in {@link #failures()}. */
    public JpqlQueries(PersistenceUnitModel unit, Supplier<StatementCompiler> newest) {
        this.newest = newest;
        unit.namedQueries().values().forEach(this::declare);
    }

    /** A query with its settings, but without arguments; its text has been built once without failure. */
    private record Named(String text, @Nullable Class<?> resultType, QueryOptions options) {}

    private void declare(NamedQueryModel query) {
        try {
            Class<?> resultType =
                    query.resultClass() == null ? null : newest.get().findClass(query.resultClass());
            if (newest.get().build(StatementCompiler.Key.of(query.query())) instanceof BuiltQuery select) {
                ResultShape.of(select, resultType);
            }
            QueryOptions options = new QueryOptions();
            query.hints().forEach(options::hint);
            if (query.lockMode() != LockModeType.NONE) {
                options.lockMode(query.lockMode());
            }
            named.put(query.name(), new Named(query.query(), resultType, options));
        } catch (IllegalArgumentException | UnsupportedOperationException wrong) {
            failures.add(
                    QueryMessages.WRONG_NAMED_QUERY.text(query.name(), query.declaringClass(), wrong.getMessage()));
        }
    }

    /** Returns what is wrong with the named queries of the unit, empty if nothing is. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public <T> TypedQuery<T> query(EntitySession session, String text, @Nullable Class<T> resultType) {
        return query(session, compiled(session.compiler(), text), resultType, new QueryOptions());
    }

    private static CompiledStatement compiled(StatementCompiler compiler, String text) {
        return JpqlQuery.translating(() -> compiler.compile(StatementCompiler.Key.of(text)));
    }

    private static <T> TypedQuery<T> query(
            EntitySession session, CompiledStatement statement, @Nullable Class<T> resultType, QueryOptions options) {
        if (statement instanceof CompiledQuery select) {
            select.shape(resultType);
        } else if (resultType != null) {
            throw QueryMessages.wrong(
                    QueryMessages.WRONG_RESULT_TYPE, resultType.getName(), "no rows: it is an UPDATE or DELETE");
        }
        return new JpqlQuery<>(session, statement, resultType, options);
    }

    private Named named(String name) {
        Named query = named.get(name);
        if (query == null) {
            throw QueryMessages.wrong(
                    QueryMessages.UNKNOWN_NAMED_QUERY, name, NearestName.remedy(name, named.keySet()));
        }
        return query;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> TypedQuery<T> namedQuery(EntitySession session, String name, @Nullable Class<T> resultType) {
        Named query = named(name);
        Class<T> type = resultType == null ? (Class<T>) query.resultType() : resultType;
        return query(
                session,
                compiled(session.compiler(), query.text()),
                type,
                query.options().copy());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> TypedQuery<T> query(EntitySession session, TypedQueryReference<T> reference) {
        TypedQuery<T> query = namedQuery(session, reference.getName(), (Class<T>) reference.getResultType());
        reference.getHints().forEach(query::setHint);
        return query;
    }

    @Override
    public void addNamedQuery(String name, Query query) {
        JpqlQuery<?> own = query.unwrap(JpqlQuery.class);
        named.put(name, new Named(own.text(), own.resultType(), own.options().copy()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> Map<String, TypedQueryReference<R>> namedQueries(Class<R> resultType) {
        Map<String, TypedQueryReference<R>> found = new LinkedHashMap<>();
        named.forEach((name, query) -> {
            Class<?> type = query.resultType();
            if (type == null && compiled(newest.get(), query.text()) instanceof CompiledQuery select) {
                type = select.resultType();
            }
            if (type != null && resultType.isAssignableFrom(type)) {
                found.put(
                        name,
                        new NamedQueryReference<>(
                                name, (Class<R>) type, query.options().hints()));
            }
        });
        return found;
    }
}
