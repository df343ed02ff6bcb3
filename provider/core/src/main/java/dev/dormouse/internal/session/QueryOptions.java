package dev.dormouse.internal.session;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.settings.DormouseHints;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was set on a query beside its arguments. Belongs to one thread. */
final class QueryOptions {

    /** Mutable once there is one. */
    private Map<String, Object> hints = Map.of();

    private int first;
    private int most = Integer.MAX_VALUE;
    private @Nullable FlushModeType flushMode;
    private @Nullable LockModeType lockMode;

    QueryOptions copy() {
        QueryOptions copy = new QueryOptions();
        copy.hints = new LinkedHashMap<>(hints);
        copy.first = first;
        copy.most = most;
        copy.flushMode = flushMode;
        copy.lockMode = lockMode;
        return copy;
    }

    void first(int position) {
        first = notNegative(position, "setFirstResult");
    }

    int first() {
        return first;
    }

    void most(int count) {
        most = notNegative(count, "setMaxResults");
    }

    int most() {
        return most;
    }

    private static int notNegative(int value, String method) {
        if (value < 0) {
            throw QueryMessages.wrong(QueryMessages.NEGATIVE_PAGE, value, method);
        }
        return value;
    }

    boolean isPaged() {
        return first > 0 || most < Integer.MAX_VALUE;
    }

    void flushMode(@Nullable FlushModeType mode) {
        flushMode = mode;
    }

    @Nullable
    FlushModeType flushMode() {
        return flushMode;
    }

    void lockMode(@Nullable LockModeType mode) {
        lockMode = mode;
    }

    @Nullable
    LockModeType lockMode() {
        return lockMode;
    }

    /** Sets a hint. Those that the specification names are proved; others are kept and have no effect. */
    void hint(String name, Object value) {
        SessionHints.check(name, value);
        if (hints.isEmpty()) {
            hints = new LinkedHashMap<>();
        }
        hints.put(name, value);
    }

    Map<String, Object> hints() {
        return Collections.unmodifiableMap(hints);
    }

    void timeout(@Nullable Integer milliseconds) {
        if (milliseconds == null) {
            hints = new LinkedHashMap<>(hints);
            hints.remove(DormouseHints.QUERY_TIMEOUT);
        } else {
            hint(DormouseHints.QUERY_TIMEOUT, milliseconds);
        }
    }

    /** Returns the timeout in milliseconds, null for none. */
    @Nullable
    Integer timeout() {
        Object value = hints.get(DormouseHints.QUERY_TIMEOUT);
        return value == null ? null : (Integer) SessionHints.timeout(DormouseHints.QUERY_TIMEOUT, value);
    }

    CacheRetrieveMode cacheRetrieveMode(Map<String, Object> inherited) {
        Object value = hints.getOrDefault(
                DormouseHints.CACHE_RETRIEVE_MODE,
                inherited.getOrDefault(DormouseHints.CACHE_RETRIEVE_MODE, CacheRetrieveMode.USE));
        return SessionHints.constant(DormouseHints.CACHE_RETRIEVE_MODE, value, CacheRetrieveMode.class);
    }

    CacheStoreMode cacheStoreMode(Map<String, Object> inherited) {
        Object value = hints.getOrDefault(
                DormouseHints.CACHE_STORE_MODE,
                inherited.getOrDefault(DormouseHints.CACHE_STORE_MODE, CacheStoreMode.USE));
        return SessionHints.constant(DormouseHints.CACHE_STORE_MODE, value, CacheStoreMode.class);
    }
}
