package dev.dormouse.store.plan;

import java.util.List;

/**
 * What a query selects, computed a row. The slots of the input stay filled, but are no output.
 *
 * @param input the rows
 * @param items the select items in order; a record slot passes through as {@link Expression.SlotValue}
 */
public record Project(Plan input, List<Assignment> items) implements Plan {

    /** Copies the list. */
    public Project {
        items = List.copyOf(items);
    }

    @Override
    public List<Slot> output() {
        return items.stream().map(Assignment::slot).toList();
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }
}
