package dev.dormouse.store.plan;

import dev.dormouse.store.record.TableDefinition;
import java.util.List;

/**
 * The records of a table.
 *
 * @param table the table
 * @param slot the slot that gets each record
 * @param access how they are found; {@link Access.Full} until the optimizer knows better. What it does not express stays in a Filter above. A store
 *     that takes no more than a scan or a filter over one hands on the rows in the order that the access promises; one that takes more may ignore it.
 */
public record Scan(TableDefinition table, Slot slot, Access access) implements Plan {

    /** Makes a scan of the whole table. */
    public static Scan of(TableDefinition table, Slot slot) {
        return new Scan(table, slot, Access.Full.FORWARD);
    }

    @Override
    public List<Slot> output() {
        return List.of(slot);
    }

    @Override
    public List<Plan> inputs() {
        return List.of();
    }
}
