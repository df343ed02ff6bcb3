package dev.dormouse.internal.mapping.model;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a class in a stable order: those of the topmost mapped superclass or entity first, within one class in the order
 * of declaration. For an embedded value they are the effective ones, overrides applied.
 */
public final class Attributes implements Iterable<AttributeModel> {

    private final List<AttributeModel> inOrder;
    private final Map<String, Integer> positions;

    public Attributes(List<? extends AttributeModel> attributes) {
        inOrder = List.copyOf(attributes);
        positions = new LinkedHashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            if (positions.put(inOrder.get(i).name(), i) != null) {
                throw new AssertionError(
                        "two attributes named " + inOrder.get(i).name());
            }
        }
    }

    public List<AttributeModel> list() {
        return inOrder;
    }

    public int size() {
        return inOrder.size();
    }

    public Stream<AttributeModel> stream() {
        return inOrder.stream();
    }

    @Override
    public Iterator<AttributeModel> iterator() {
        return inOrder.iterator();
    }

    /** Returns the position of an attribute in the order, or -1. */
    public int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    public Optional<AttributeModel> find(String name) {
        int position = position(name);
        return position < 0 ? Optional.empty() : Optional.of(inOrder.get(position));
    }

    /** Finds an attribute by a path through embedded values; it does not follow associations, nor enter collections. */
    public Optional<AttributeModel> find(AttributePath path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<AttributeModel> head = find(path.head());
        if (path.length() == 1 || head.isEmpty()) {
            return head;
        }
        return head.get() instanceof EmbeddedAttribute embedded
                ? embedded.value().attributes().find(path.tail())
                : Optional.empty();
    }

    public AttributeModel get(String name) {
        return find(name).orElseThrow(() -> new AssertionError("no attribute " + name + " in " + positions.keySet()));
    }

    public AttributeModel get(AttributePath path) {
        return find(path).orElseThrow(() -> new AssertionError("no attribute " + path + " in " + positions.keySet()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes that && inOrder.equals(that.inOrder);
    }

    @Override
    public int hashCode() {
        return inOrder.hashCode();
    }

    @Override
    public String toString() {
        return inOrder.toString();
    }
}
