package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
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

    /** Returns whether the record is at hand. */
    default boolean isJoined() {
        return this instanceof InSlot || this instanceof Narrowed;
    }

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
     * A record in a slot whose fields are null where it is not of an entity (TREAT).
     *
     * @param slot the slot
     * @param layout the entity
     * @param isOf the condition that it is of this entity
     */
    record Narrowed(Slot slot, EntityLayout layout, Expression isOf) implements RecordAccess {
        @Override
        public Expression read(FieldPath field) {
            Expression value = new Expression.FieldValue(slot, field);
            if (!(field.type() instanceof BasicType type)) {
                return value;
            }
            Expression.Branch branch = new Expression.Branch(isOf, value);
            return new Expression.Case(List.of(branch), new Expression.Literal(type, null), type);
        }

        @Override
        public String text() {
            return "treat(" + slot.name() + " as " + layout.model().name() + ")";
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
