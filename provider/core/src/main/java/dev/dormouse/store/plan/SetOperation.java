package dev.dormouse.store.plan;

import java.util.List;

/**
 * Two results as one, compared by position, nulls equal.
 *
 * @param kind which operation
 * @param all whether duplicates stay (by the counting rules of SQL)
 * @param left the first result
 * @param right the second result, with as many columns
 * @param slots what gets the columns
 */
public record SetOperation(Kind kind, boolean all, Plan left, Plan right, List<Slot> slots) implements Plan {

    /** The set operations of the query language (specification, section 4.2.5). */
    public enum Kind {
        /** Rows of either. */
        UNION,
        /** Rows of both. */
        INTERSECT,
        /** Rows of the first that are not in the second. */
        EXCEPT
    }

    /** Copies the list. */
    public SetOperation {
        slots = List.copyOf(slots);
    }

    @Override
    public List<Slot> output() {
        return slots;
    }

    @Override
    public List<Plan> inputs() {
        return List.of(left, right);
    }
}
