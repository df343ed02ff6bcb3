package dev.dormouse.store.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each row once for each element of an array.
 *
 * @param input the rows
 * @param array an expression of an array type
 * @param element the slot that gets the element: a record slot for nested records, else a value slot
 * @param position the slot that gets the position, from 0, as INTEGER
 * @param outer whether a row with an empty array stays, its element null
 */
public record Unnest(Plan input, Expression array, Slot element, Optional<Slot> position, boolean outer)
        implements Plan {

    @Override
    public List<Slot> output() {
        List<Slot> slots = new ArrayList<>(input.output());
        slots.add(element);
        position.ifPresent(slots::add);
        return slots;
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }
}
