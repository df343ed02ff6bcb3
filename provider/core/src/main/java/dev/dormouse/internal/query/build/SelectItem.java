package dev.dormouse.internal.query.build;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Slot;
import java.util.List;
import java.util.function.Function;

/**
 * One item of SELECT before its slots are known.
 *
 * @param columns the expressions that it reads
 * @param shape makes the selection of the slots that the columns are in
 */
record SelectItem(List<Expression> columns, Function<List<Slot>, Selection> shape) {

    SelectItem {
        columns = List.copyOf(columns);
    }
}
