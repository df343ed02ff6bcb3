package dev.dormouse.internal.query.build;

import org.jspecify.annotations.Nullable;

/**
 * What a parameter is called in the query.
 *
 * @param name its name, null for a positional one
 * @param position its position from 1, 0 for a named one
 */
public record ParameterName(@Nullable String name, int position) {

    public static ParameterName named(String name) {
        return new ParameterName(name, 0);
    }

    public static ParameterName positional(int position) {
        return new ParameterName(null, position);
    }

    public boolean isNamed() {
        return name != null;
    }

    @Override
    public String toString() {
        return name == null ? "?" + position : ":" + name;
    }
}
