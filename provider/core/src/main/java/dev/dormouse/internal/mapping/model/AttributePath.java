package dev.dormouse.internal.mapping.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A path of attribute names from an entity (or an embeddable), as {@code address.city}. Empty means the thing itself.
 *
 * @param names the names from the outside in
 */
public record AttributePath(List<String> names) {

    /** The path to the thing itself. */
    public static final AttributePath EMPTY = new AttributePath(List.of());

    public AttributePath {
        names = List.copyOf(names);
    }

    public static AttributePath of(String... names) {
        return new AttributePath(List.of(names));
    }

    /** Reads a dotted path; an empty text is the empty path. */
    public static AttributePath parse(String dotted) {
        return dotted.isEmpty() ? EMPTY : of(dotted.split("\\.", -1));
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    public int length() {
        return names.size();
    }

    public String head() {
        return names.get(0);
    }

    public String last() {
        return names.get(names.size() - 1);
    }

    /** Returns the path without its first name. */
    public AttributePath tail() {
        return new AttributePath(names.subList(1, names.size()));
    }

    /** Returns the path without its last name. */
    public AttributePath parent() {
        return new AttributePath(names.subList(0, names.size() - 1));
    }

    public AttributePath child(String name) {
        return append(of(name));
    }

    public AttributePath append(AttributePath path) {
        List<String> all = new ArrayList<>(names);
        all.addAll(path.names);
        return new AttributePath(all);
    }

    public boolean startsWith(AttributePath prefix) {
        return names.size() >= prefix.names.size()
                && names.subList(0, prefix.names.size()).equals(prefix.names);
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
