package dev.dormouse.internal.session;

import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.settings.DormouseHints;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.StandardProperties;
import dev.dormouse.settings.UnitSettings;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PessimisticLockScope;
import jakarta.persistence.Timeout;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the standard hints and options of calls (sections 3.2.4 and 3.5.4.4). */
public final class SessionHints {

    private SessionHints() {}

    /** Returns the lock timeout of a unit. */
    static Duration lockTimeout(UnitSettings settings) {
        Object standard = settings.standard().get(DormouseHints.LOCK_TIMEOUT);
        Duration own = settings.values().duration(DormouseSettings.LOCK_TIMEOUT);
        return standard == null ? own : milliseconds(DormouseHints.LOCK_TIMEOUT, standard, own);
    }

    /** Returns the milliseconds after which queries fail where they say nothing themselves, 0 for never. */
    static int queryTimeout(Map<String, Object> properties, SessionUnit unit) {
        String hint = DormouseHints.QUERY_TIMEOUT;
        Object value = properties.containsKey(hint)
                ? properties.get(hint)
                : unit.settings().standard().get(hint);
        return value == null ? 0 : timeout(hint, value);
    }

    /** Returns a timeout of a query in milliseconds, 0 for never. */
    static int timeout(String hint, Object value) {
        return (int) Math.min(milliseconds(hint, value, Duration.ZERO).toMillis(), Integer.MAX_VALUE);
    }

    /**
     * Returns a number of milliseconds given as a number, a text or a {@link Timeout}; a negative one, which elsewhere means to wait without limit,
     * is the default.
     */
    public static Duration milliseconds(String hint, Object value, Duration defaultValue) {
        long milliseconds;
        if (value instanceof Number number) {
            milliseconds = number.longValue();
        } else if (value instanceof Timeout timeout) {
            milliseconds = timeout.milliseconds();
        } else if (value instanceof String text && text.strip().matches("-?\\d{1,15}")) {
            milliseconds = Long.parseLong(text.strip());
        } else {
            throw wrong(hint, value, "a number of milliseconds");
        }
        return milliseconds < 0 ? defaultValue : Duration.ofMillis(milliseconds);
    }

    /** Returns the lock that a mode and hints ask for; refuses the hints that are not built yet. */
    static LockRequest lock(
            @Nullable LockModeType mode,
            @Nullable Map<String, Object> hints,
            Map<String, Object> inherited,
            Duration standard) {
        Object timeout = inherited.get(DormouseHints.LOCK_TIMEOUT);
        if (hints != null) {
            hints.forEach(SessionHints::check);
            timeout = hints.getOrDefault(DormouseHints.LOCK_TIMEOUT, timeout);
        }
        if (mode == null || mode == LockModeType.NONE) {
            return LockRequest.NONE;
        }
        Duration wait = timeout == null ? standard : milliseconds(DormouseHints.LOCK_TIMEOUT, timeout, standard);
        return new LockRequest(mode, wait);
    }

    /** Returns the lock that options ask for; options that are not known are ignored, as the specification says. */
    static LockRequest lock(
            @Nullable LockModeType given, Object[] options, Map<String, Object> inherited, Duration standard) {
        LockModeType mode = given;
        Object timeout = inherited.get(DormouseHints.LOCK_TIMEOUT);
        for (Object option : options) {
            if (option instanceof LockModeType wanted) {
                mode = wanted;
            } else if (option instanceof Timeout wanted) {
                timeout = wanted;
            } else if (option instanceof PessimisticLockScope wanted) {
                scope(wanted);
            }
        }
        Map<String, Object> hints = timeout == null ? Map.of() : Map.of(DormouseHints.LOCK_TIMEOUT, timeout);
        return lock(mode, hints, Map.of(), standard);
    }

    private static void scope(Object scope) {
        if (constant(DormouseHints.LOCK_SCOPE, scope, PessimisticLockScope.class) == PessimisticLockScope.EXTENDED) {
            throw Refusals.extendedLockScope();
        }
    }

    /** Proves a property or hint that is given to an entity manager, a call of it or a query. */
    static void check(String key, @Nullable Object value) {
        if (key.startsWith(DormouseSettings.PREFIX)) {
            throw new IllegalArgumentException(SessionMessages.UNKNOWN_HINT.text(key));
        }
        if (value == null) {
            return;
        }
        switch (key) {
            case DormouseHints.LOCK_TIMEOUT, DormouseHints.QUERY_TIMEOUT -> milliseconds(key, value, Duration.ZERO);
            case DormouseHints.LOCK_SCOPE -> scope(value);
            case DormouseHints.CACHE_RETRIEVE_MODE -> constant(key, value, CacheRetrieveMode.class);
            case DormouseHints.CACHE_STORE_MODE -> constant(key, value, CacheStoreMode.class);
            case DormouseHints.FETCH_GRAPH, DormouseHints.LOAD_GRAPH -> throw Refusals.entityGraph(key);
            default -> StandardProperties.reportOnCall(key);
        }
    }

    /** Returns the constant that a value is or names. */
    static <E extends Enum<E>> E constant(String key, Object value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant == value || constant.name().equals(value.toString().toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw wrong(key, value, "one of " + Arrays.toString(type.getEnumConstants()));
    }

    private static IllegalArgumentException wrong(String key, Object value, String required) {
        return new IllegalArgumentException(SessionMessages.WRONG_HINT.text(key, value, required));
    }
}
