package dev.dormouse.store.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of the input in their order, each with what is computed of all rows that agree with it in the keys. Such rows follow one another. A row with a null among its
 * keys agrees with none, and gets null for each call.
 *
 * @param input the rows
 * @param keys what rows agree in
 * @param calls what is computed of those that agree
 */
public record Window(Plan input, List<Expression> keys, List<Aggregate.Call> calls) implements Plan {

    /** Copies the lists. */
    public Window {
        keys = List.copyOf(keys);
        calls = List.copyOf(calls);
    }

    @Override
    public List<Slot> output() {
        List<Slot> slots = new ArrayList<>(input.output());
        calls.forEach(call -> slots.add(call.slot()));
        return slots;
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }
}
