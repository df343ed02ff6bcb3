package dev.dormouse.internal.layout;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.value.ValueConversion;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import org.jspecify.annotations.Nullable;

/** The version of an entity (specification, section 3.5.2). Values are store values, as guards of changes take them. */
public final class VersionLayout {

    private final BasicAttribute attribute;
    private final FieldPath field;
    private final ValueConversion conversion;
    private final ClassAccessor accessor;
    private final int position;

    /** Makes the version of an entity, by the position of the attribute in the accessor. */
    public VersionLayout(
            BasicAttribute attribute,
            FieldPath field,
            ValueConversion conversion,
            ClassAccessor accessor,
            int position) {
        this.attribute = attribute;
        this.field = field;
        this.conversion = conversion;
        this.accessor = accessor;
        this.position = position;
    }

    /** Returns the attribute. */
    public BasicAttribute attribute() {
        return attribute;
    }

    /** Returns the field. */
    public FieldPath field() {
        return field;
    }

    /** Returns the version of a record; null for one that was written without. */
    public @Nullable Object of(RecordView view) {
        return view.get(field);
    }

    /** Returns the version that an instance carries, as a store value. */
    public @Nullable Object of(Object instance) {
        return conversion.toStore(accessor.get(instance, position));
    }

    /** Returns the version that an enhanced instance had before the application touched it, which it must not do. */
    public @Nullable Object before(Object instance) {
        TrackedAttributes state = TrackedAttributes.find(instance);
        Record before = state == null || !state.isAssigned(position) ? null : state.before();
        return before == null ? of(instance) : of(before);
    }

    /** Sets the version of an instance to a store value; a setter that is called for it assigns nothing. */
    public void set(Object instance, @Nullable Object version) {
        TrackedAttributes state = TrackedAttributes.find(instance);
        if (state == null) {
            accessor.set(instance, position, conversion.toJava(version));
            return;
        }
        state.mute(true);
        try {
            accessor.set(instance, position, conversion.toJava(version));
        } finally {
            state.mute(false);
        }
    }

    /** Returns the first version of a new entity: zero, or now. */
    public Object first() {
        return VersionSequence.of(conversion).first();
    }

    /** Returns the version after a version: one more (after the greatest number comes the smallest), or now, in any case a later time. */
    public Object next(@Nullable Object version) {
        return version == null ? first() : VersionSequence.of(conversion).next(version);
    }
}
