package dev.dormouse.store.plan;

import java.util.List;

/**
 * The rows for which a condition is true; neither false nor unknown passes.
 *
 * @param input the rows
 * @param condition a boolean expression
 */
public record Filter(Plan input, Expression condition) implements Plan {

    @Override
    public List<Slot> output() {
        return input.output();
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }
}
