package dev.dormouse.lmdb.internal.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A map of a tree, read by what its values must be.
 *
 * @param values the values by name
 */
record Tree(Map<String, Object> values) {

    @SuppressWarnings("unchecked")
    static Tree of(Object tree) {
        return new Tree((Map<String, Object>) tree);
    }

    Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return (String) value(name);
    }

    long number(String name) {
        return (Long) value(name);
    }

    int integer(String name) {
        return Math.toIntExact(number(name));
    }

    boolean flag(String name) {
        return (Boolean) value(name);
    }

    Tree tree(String name) {
        return of(value(name));
    }

    <T> List<T> list(String name, Function<Object, T> element) {
        return ((List<?>) value(name))
                .stream().map(Object.class::cast).map(element).toList();
    }

    /** Returns a list of texts. */
    static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    <T> Map<String, T> map(String name, Function<Object, T> element) {
        Map<String, T> map = new LinkedHashMap<>();
        tree(name).values.forEach((key, value) -> map.put(key, element.apply(value)));
        return map;
    }
}
