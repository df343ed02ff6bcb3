package dev.dormouse.internal.query.build;

import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that returns rows, finished.
 *
 * @param plan its rows
 * @param items its items
 * @param names their result variables, null for none
 * @param columns the slots of the columns of all items, in order
 * @param repeatsRows whether fetched collections make a row come several times
 * @param isDistinct whether equal rows were dropped
 */
record BuiltPart(
        Plan plan,
        List<SelectItem> items,
        List<@Nullable String> names,
        List<Slot> columns,
        boolean repeatsRows,
        boolean isDistinct) {

    List<Selection> selections(List<Slot> slots) {
        List<Selection> selections = new ArrayList<>();
        int next = 0;
        for (SelectItem item : items) {
            int end = next + item.columns().size();
            selections.add(item.shape().apply(slots.subList(next, end)));
            next = end;
        }
        return selections;
    }
}
