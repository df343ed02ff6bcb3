package dev.dormouse.internal.query.build;

import dev.dormouse.store.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that returns results, ready to be optimized.
 *
 * @param plan its rows
 * @param selections what the items become
 * @param names the result variables of the items, null for none
 * @param parameters what the frame is filled with
 * @param page where the bounds of the page go, null for a query without
 * @param repeatsRows whether a row comes once for each element of a fetched collection
 * @param isDistinct whether equal results are dropped
 */
public record BuiltQuery(
        Plan plan,
        List<Selection> selections,
        List<@Nullable String> names,
        QueryParameters parameters,
        @Nullable PageParameters page,
        boolean repeatsRows,
        boolean isDistinct)
        implements BuiltStatement {

    public BuiltQuery {
        selections = List.copyOf(selections);
        names = Collections.unmodifiableList(new ArrayList<>(names));
    }

    /**
     * The indexes in the frame of the bounds of the page, each a LONG.
     *
     * @param offset how many rows are passed over
     * @param count how many follow at most, null for all
     */
    public record PageParameters(int offset, int count) {}
}
