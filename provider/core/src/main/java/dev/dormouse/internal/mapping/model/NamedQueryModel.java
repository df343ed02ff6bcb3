package dev.dormouse.internal.mapping.model;

import jakarta.persistence.LockModeType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named query (section 10.4.1).
 *
 * @param name the name in the persistence unit
 * @param query the text
 * @param resultClass the class of its results, null where none was written
 * @param lockMode the lock mode of its execution
 * @param hints its hints
 * @param declaringClass the class that declares it
 */
public record NamedQueryModel(
        String name,
        String query,
        @Nullable String resultClass,
        LockModeType lockMode,
        Map<String, String> hints,
        String declaringClass) {

    public NamedQueryModel {
        hints = Map.copyOf(hints);
    }
}
