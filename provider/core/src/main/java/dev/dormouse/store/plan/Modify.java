package dev.dormouse.store.plan;

import dev.dormouse.store.record.FieldPath;
import java.util.List;

/**
 * A bulk update or delete of the records in one slot of the input. A store takes it whole, or the engine turns its rows into changes. Each
 * record is modified once; assignments see the values before the statement. Prepared by a store, it hands on a row without slots for each record
 * that it modified.
 *
 * @param input the rows
 * @param target the scan whose records are modified; its slot is in the input's output
 * @param action what is done
 */
public record Modify(Plan input, Scan target, Action action) implements Plan {

    /** What a Modify does. */
    public sealed interface Action {
        /**
         * Sets fields.
         *
         * @param assignments which, and to what
         */
        record Update(List<FieldAssignment> assignments) implements Action {
            /** Copies the list. */
            public Update {
                assignments = List.copyOf(assignments);
            }
        }

        /** Removes the records. */
        record Delete() implements Action {}
    }

    /**
     * A field and its new value.
     *
     * @param path the field, none of the primary key
     * @param value the expression
     */
    public record FieldAssignment(FieldPath path, Expression value) {}

    @Override
    public List<Slot> output() {
        return List.of();
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }
}
