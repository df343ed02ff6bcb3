package dev.dormouse.internal.enhance.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells elements apart as an attribute does: entities by identity, values by {@code equals}, entries of a map by key and value. */
final class ElementDifference {

    private final CollectionRole role;

    ElementDifference(CollectionRole role) {
        this.role = role;
    }

    /** Returns those elements of the first collection, in its order, that the second has not, or has fewer times. */
    List<@Nullable Object> missing(Collection<?> elements, Collection<?> others) {
        Map<Object, Integer> counts = new HashMap<>();
        others.forEach(other -> counts.merge(token(other), 1, Integer::sum));
        List<@Nullable Object> missing = new ArrayList<>();
        for (Object element : elements) {
            Integer left = counts.computeIfPresent(token(element), (token, count) -> count - 1);
            if (left == null || left < 0) {
                missing.add(element);
            }
        }
        return missing;
    }

    /** Tells whether two elements are the same one. */
    boolean isSame(@Nullable Object element, @Nullable Object other) {
        return token(element).equals(token(other));
    }

    /** Tells whether an element is there more than once. */
    boolean hasRepeated(Collection<?> elements) {
        Set<Object> tokens = new HashSet<>();
        for (Object element : elements) {
            if (!tokens.add(token(element))) {
                return true;
            }
        }
        return false;
    }

    private Object token(@Nullable Object element) {
        if (element instanceof Map.Entry<?, ?> entry) {
            return new Pair(entry.getKey(), valueToken(entry.getValue()));
        }
        return valueToken(element);
    }

    private Object valueToken(@Nullable Object value) {
        return role.holdsEntities() ? new Identity(value) : new Pair(value, value);
    }

    private record Pair(@Nullable Object first, @Nullable Object second) {}

    private record Identity(@Nullable Object instance) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && identity.instance == instance;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(instance);
        }
    }
}
