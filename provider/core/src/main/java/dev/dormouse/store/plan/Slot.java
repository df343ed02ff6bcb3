package dev.dormouse.store.plan;

import dev.dormouse.store.type.StoreType;

/**
 * A place in the frame of a plan.
 *
 * @param id its index in the frame, unique in a plan with all its subqueries
 * @param name its name when printed, unique in a plan
 * @param type a {@link dev.dormouse.store.type.RecordType} for a slot that holds a record, else the type of the value
 */
public record Slot(int id, String name, StoreType type) {

    @Override
    public String toString() {
        return name;
    }
}
