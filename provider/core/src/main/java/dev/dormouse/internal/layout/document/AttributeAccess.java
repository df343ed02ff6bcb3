package dev.dormouse.internal.layout.document;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes attributes by path through embeddables. */
final class AttributeAccess {

    private final Attributes attributes;
    private final ClassAccessor accessor;
    private final Function<AttributePath, AttributeLocation> locations;

    AttributeAccess(
            Attributes attributes, ClassAccessor accessor, Function<AttributePath, AttributeLocation> locations) {
        this.attributes = attributes;
        this.accessor = accessor;
        this.locations = locations;
    }

    @Nullable
    Object get(Object instance, AttributePath path) {
        AttributeState.reading(instance, path.head());
        Object value = accessor.get(instance, position(path));
        return path.length() == 1 || value == null ? value : embedded(path).get(value, path.tail());
    }

    void set(Object instance, AttributePath path, @Nullable Object value) {
        if (path.length() == 1) {
            AttributeState.writing(instance, path.head());
            accessor.set(instance, position(path), value);
            return;
        }
        AttributeState.reading(instance, path.head());
        Object nested = accessor.get(instance, position(path));
        Object changed = embedded(path).with(nested, path.tail(), value);
        if (changed != nested) {
            AttributeState.writing(instance, path.head());
            accessor.set(instance, position(path), changed);
        }
    }

    /** Returns the embeddable with another value: itself, or a new one where it is null or a record. */
    private Object with(@Nullable Object nested, AttributePath path, @Nullable Object value) {
        if (!accessor.type().isRecord()) {
            Object target = nested == null ? accessor.newInstance() : nested;
            set(target, path, value);
            return target;
        }
        @Nullable Object[] values = new Object[attributes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = nested == null ? null : accessor.get(nested, i);
        }
        int position = position(path);
        values[position] = path.length() == 1 ? value : embedded(path).with(values[position], path.tail(), value);
        return accessor.construct(values);
    }

    private AttributeAccess embedded(AttributePath path) {
        EmbeddedLocation location = (EmbeddedLocation) locations.apply(AttributePath.of(path.head()));
        return new AttributeAccess(
                location.value().attributes(), location.accessor(), inner -> location.member(inner.head()));
    }

    private int position(AttributePath path) {
        int position = attributes.position(path.head());
        if (position < 0) {
            throw new AssertionError(
                    "no attribute " + path + " in " + accessor.type().getName());
        }
        return position;
    }
}
