package dev.dormouse.internal.query.result;

import dev.dormouse.failure.QueryMessages;
import jakarta.persistence.TupleElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of the tuples of one query: their aliases and types. Immutable. */
final class TupleElements {

    private final List<TupleElement<?>> list = new ArrayList<>();
    private final Map<String, Integer> byAlias = new HashMap<>();

    TupleElements(List<@Nullable String> names, List<Class<?>> types) {
        for (int i = 0; i < types.size(); i++) {
            list.add(new Element<>(names.get(i), types.get(i)));
            if (names.get(i) != null) {
                byAlias.put(names.get(i), i);
            }
        }
    }

    /**
     * An element of a tuple.
     *
     * @param alias its result variable, null for none
     * @param type the class of its values
     */
    private record Element<X>(@Nullable String alias, Class<X> type) implements TupleElement<X> {
        @Override
        public Class<? extends X> getJavaType() {
            return type;
        }

        @Override
        public @Nullable String getAlias() {
            return alias;
        }
    }

    List<TupleElement<?>> list() {
        return List.copyOf(list);
    }

    int position(String alias) {
        Integer position = byAlias.get(alias);
        if (position == null) {
            throw unknown(alias);
        }
        return position;
    }

    int position(TupleElement<?> element) {
        int position = list.indexOf(element);
        if (position < 0) {
            throw unknown(String.valueOf(element.getAlias()));
        }
        return position;
    }

    int check(int position) {
        if (position < 0 || position >= list.size()) {
            throw unknown(String.valueOf(position));
        }
        return position;
    }

    IllegalArgumentException unknown(String what) {
        List<String> known = list.stream()
                .map(e -> e.getAlias() + " " + e.getJavaType().getSimpleName())
                .toList();
        return QueryMessages.wrong(QueryMessages.UNKNOWN_TUPLE_ELEMENT, what, String.join(", ", known));
    }
}
