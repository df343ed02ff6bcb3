package dev.dormouse.store;

import java.util.Map;

/**
 * Estimates for the planner.
 *
 * @param records how many records the table has
 * @param distinctKeys how many distinct keys each index has, by index name; absent where unknown
 */
public record TableStatistics(long records, Map<String, Long> distinctKeys) {

    /** Copies the map. */
    public TableStatistics {
        distinctKeys = Map.copyOf(distinctKeys);
    }
}
