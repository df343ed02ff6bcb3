package dev.dormouse.store.plan;

import java.util.List;

/**
 * The rows in an order; rows that compare equal keep theirs.
 *
 * @param input the rows
 * @param keys the criteria, most significant first
 */
public record Sort(Plan input, List<SortKey> keys) implements Plan {

    /** Copies the list. */
    public Sort {
        keys = List.copyOf(keys);
    }

    @Override
    public List<Slot> output() {
        return input.output();
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }
}
