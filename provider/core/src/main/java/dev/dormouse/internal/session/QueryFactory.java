package dev.dormouse.internal.session;

import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.TypedQueryReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the queries of a unit. One for each factory; thread-safe. Called for an open entity manager, inside its {@link EntitySession#call}. */
public interface QueryFactory {

    /**
     * Makes a query of a text.
     *
     * @param session the entity manager that it belongs to
     * @param resultType the type of its results, null if nothing was said
     * @throws IllegalArgumentException if the text is no query, or its results are not of that type
     */
    <T> TypedQuery<T> query(EntitySession session, String text, @Nullable Class<T> resultType);

    /**
     * Makes a query of one that was named.
     *
     * @throws IllegalArgumentException if there is none of this name, or its results are not of that type
     */
    <T> TypedQuery<T> namedQuery(EntitySession session, String name, @Nullable Class<T> resultType);

    /** Makes a query of a reference. */
    <T> TypedQuery<T> query(EntitySession session, TypedQueryReference<T> reference);

    /** Keeps a query with its settings, but without its arguments, under a name; replaces another one of that name. */
    void addNamedQuery(String name, Query query);

    /** Returns the named queries with a result of a type. */
    <R> Map<String, TypedQueryReference<R>> namedQueries(Class<R> resultType);
}
