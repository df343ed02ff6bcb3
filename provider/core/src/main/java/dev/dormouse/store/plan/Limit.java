package dev.dormouse.store.plan;

import java.util.List;
import java.util.Optional;

/**
 * A page of the rows.
 *
 * @param input the rows
 * @param offset how many are passed over, as LONG; null or empty: none
 * @param count how many follow at most, as LONG; null or empty: all
 */
public record Limit(Plan input, Optional<Expression> offset, Optional<Expression> count) implements Plan {

    @Override
    public List<Slot> output() {
        return input.output();
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }
}
