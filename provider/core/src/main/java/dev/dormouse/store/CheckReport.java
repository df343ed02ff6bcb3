package dev.dormouse.store;

import java.util.List;

/**
 * What the checker found.
 *
 * @param records how many records it read
 * @param entries how many index entries it read
 * @param problems what does not agree, each naming table, index and key; empty if all is well
 */
public record CheckReport(long records, long entries, List<String> problems) {

    /** Copies the list. */
    public CheckReport {
        problems = List.copyOf(problems);
    }
}
