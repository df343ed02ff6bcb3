package dev.dormouse.store.evaluate.compile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contiguous range of a composite order, its values known. Null is a value, the lowest: a range that leaves nulls out has an exclusive
 * lower edge of null.
 *
 * @param prefix what the first parts are equal to; may contain nulls
 * @param lower the bound from below of the part after the prefix, by the order of values; empty for no bound
 * @param upper the bound from above of that part; empty for no bound
 */
public record ValueRange(List<@Nullable Object> prefix, Optional<Edge> lower, Optional<Edge> upper) {

    /**
     * One end.
     *
     * @param value the value, null being the lowest
     * @param inclusive whether the value itself is inside
     */
    public record Edge(@Nullable Object value, boolean inclusive) {}
}
