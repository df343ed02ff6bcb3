package dev.dormouse.internal.bootstrap;

import dev.dormouse.internal.session.EntitySession;
import dev.dormouse.internal.session.QueryFactory;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.TypedQueryReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses queries as long as their rooms are empty. */
final class MissingQueries implements QueryFactory {

    private static UnsupportedOperationException notYet(String unit) {
        return new UnsupportedOperationException(
                BootstrapMessages.NOT_SUPPORTED_YET.text("a query", unit, "Use find() and associations."));
    }

    @Override
    public <T> TypedQuery<T> query(EntitySession session, String text, @Nullable Class<T> resultType) {
        throw notYet(session.unit().name());
    }

    @Override
    public <T> TypedQuery<T> namedQuery(EntitySession session, String name, @Nullable Class<T> resultType) {
        throw notYet(session.unit().name());
    }

    @Override
    public <T> TypedQuery<T> query(EntitySession session, TypedQueryReference<T> reference) {
        throw notYet(session.unit().name());
    }

    @Override
    public void addNamedQuery(String name, Query query) {
        throw notYet(name);
    }

    @Override
    public <R> Map<String, TypedQueryReference<R>> namedQueries(Class<R> resultType) {
        return Map.of();
    }
}
