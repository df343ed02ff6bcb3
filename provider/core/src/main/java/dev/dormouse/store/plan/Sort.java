package dev.dormouse.store.plan;

import java.util.List;

/**
 * The rows in an order; rows that compare equal keep theirs.
 *
 * @param input the rows
 * @param keys the criteria, most significant first
 * @param ordered whether the rows come in this order already, by the access path of the first scan below: the engine then lets them pass. A store
 *     that takes this node and ignores access paths sorts.
 */
public record Sort(Plan input, List<SortKey> keys, boolean ordered) implements Plan {

    /** Makes a sort whose rows come in any order. */
    public Sort(Plan input, List<SortKey> keys) {
        this(input, keys, false);
    }

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
