package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the fields of a record are read: from a slot, or, for an entity that is only referred to, from whatever refers to it. */
public sealed interface RecordAccess {

    /** Returns the value of a field, or null if the record must be joined first. */
    @Nullable
    Expression read(FieldPath field);

    /** Returns the way to the record as written in the query, such as {@code e.department}; it names slots. */
    String text();

    /** Returns the slot that the access begins at. */
    Slot origin();

    /** Returns the entity whose record it is, as declared; null for an element of an array. */
    @Nullable
    EntityLayout layout();

    /**
     * A record in a slot.
     *
     * @param slot the slot
     * @param layout the entity, null for an element of an array
     */
    record InSlot(Slot slot, @Nullable EntityLayout layout) implements RecordAccess {
        @Override
        public Expression read(FieldPath field) {
            return new Expression.FieldValue(slot, field);
        }

        @Override
        public String text() {
            return slot.name();
        }

        @Override
        public Slot origin() {
            return slot;
        }
    }

    /**
     * A record that values elsewhere refer to.
     *
     * @param layout its entity
     * @param targetFields its fields that they are equal to
     * @param values the values, one a field
     * @param text the way to it
     * @param origin the slot that the values come from
     */
    record Referred(
            EntityLayout layout, List<FieldPath> targetFields, List<Expression> values, String text, Slot origin)
            implements RecordAccess {
        public Referred {
            targetFields = List.copyOf(targetFields);
            values = List.copyOf(values);
        }

        @Override
        public @Nullable Expression read(FieldPath field) {
            int position = targetFields.indexOf(field);
            return position < 0 ? null : values.get(position);
        }
    }

    /**
     * A record that refers to its owner itself, or is reached by a join table.
     *
     * @param owner the owner's record
     * @param location the association to one
     */
    record Elsewhere(RecordAccess owner, ToOneLocation location) implements RecordAccess {
        @Override
        public EntityLayout layout() {
            return location.target();
        }

        @Override
        public @Nullable Expression read(FieldPath field) {
            return null;
        }

        @Override
        public String text() {
            return owner.text() + "." + location.path();
        }

        @Override
        public Slot origin() {
            return owner.origin();
        }
    }
}
