package dev.dormouse.internal.layout;

import dev.dormouse.enhanced.AttributeState;
import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.store.record.FieldPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An embeddable in fields.
 *
 * @param value the embeddable with its effective attributes
 * @param accessor the accessor of its class, by the positions of these attributes
 * @param record the nested record that is null when the embeddable is; null where the fields are not together in one, and for an element
 *     that is the nested record itself: the embeddable is then null when all its fields are
 * @param members where each attribute is, by name
 * @param fields all basic fields below, in the order of the attributes
 */
public record EmbeddedLocation(
        EmbeddedValue value,
        ClassAccessor accessor,
        @Nullable FieldPath record,
        Map<String, AttributeLocation> members,
        List<FieldPath> fields)
        implements AttributeLocation {

    /** Copies the list. */
    public EmbeddedLocation {
        fields = List.copyOf(fields);
    }

    /** Returns where an attribute of the embeddable is. */
    public AttributeLocation member(String name) {
        AttributeLocation location = members.get(name);
        if (location == null) {
            throw new AssertionError("no attribute " + name + " in " + value.className());
        }
        return location;
    }

    /** Returns the class of the embeddable. */
    public Class<?> javaType() {
        return accessor.type();
    }

    /** Returns the name of an attribute, by its position. */
    public String name(int position) {
        return value.attributes().list().get(position).name();
    }

    /** Returns an attribute of an instance, by its position in {@code value.attributes()}. */
    public @Nullable Object get(Object embeddable, int position) {
        AttributeState.reading(embeddable, name(position));
        return accessor.get(embeddable, position);
    }

    /** Makes an instance of the values of all attributes, in their order; null leaves a primitive attribute at zero. */
    public Object make(@Nullable Object[] values) {
        if (value.isRecord()) {
            return accessor.construct(values);
        }
        Object embeddable = accessor.newInstance();
        for (int i = 0; i < values.length; i++) {
            accessor.set(embeddable, i, values[i]);
        }
        return embeddable;
    }
}
