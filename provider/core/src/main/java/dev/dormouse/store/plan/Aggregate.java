package dev.dormouse.store.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * One row for each group of rows that agree in all keys, nulls agreeing with nulls. Without keys one row always, also for no input.
 * Without calls: the distinct keys.
 *
 * @param input the rows
 * @param keys what groups; a key of a record type groups by the record's primary key and keeps the first record
 * @param calls what is computed a group
 */
public record Aggregate(Plan input, List<Assignment> keys, List<Call> calls) implements Plan {

    /** The aggregate functions of the query language (specification, section 4.8.5). */
    public enum Function {
        /** Number of rows, or of values that are not null; LONG. */
        COUNT,
        /** Sum of the values that are not null; null for none. */
        SUM,
        /** Mean of the values that are not null, as DOUBLE; null for none. */
        AVG,
        /** Lowest value that is not null; null for none. */
        MIN,
        /** Highest value that is not null; null for none. */
        MAX,
        /** The value in the first row of the group. */
        FIRST
    }

    /**
     * One aggregate.
     *
     * @param slot what gets the result
     * @param function the function
     * @param distinct whether equal arguments count once
     * @param argument the argument; {@link Expression.Literal#TRUE} counts rows
     */
    public record Call(Slot slot, Function function, boolean distinct, Expression argument) {}

    /** Copies the lists. */
    public Aggregate {
        keys = List.copyOf(keys);
        calls = List.copyOf(calls);
    }

    @Override
    public List<Slot> output() {
        List<Slot> slots = new ArrayList<>();
        keys.forEach(k -> slots.add(k.slot()));
        calls.forEach(c -> slots.add(c.slot()));
        return slots;
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }
}
