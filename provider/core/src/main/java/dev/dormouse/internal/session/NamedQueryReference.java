package dev.dormouse.internal.session;

import jakarta.persistence.TypedQueryReference;
import java.util.Map;

/**
 * A reference to a named query.
 *
 * @param name its name
 * @param type the class of its results
 * @param hints its hints
 */
record NamedQueryReference<R>(String name, Class<R> type, Map<String, Object> hints) implements TypedQueryReference<R> {

    NamedQueryReference {
        hints = Map.copyOf(hints);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Class<? extends R> getResultType() {
        return type;
    }

    @Override
    public Map<String, Object> getHints() {
        return hints;
    }
}
