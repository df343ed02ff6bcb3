package dev.dormouse.lmdb.care;

import java.util.List;

/**
 * What a walk of a closed file found.
 *
 * @param pages how many pages were ever used
 * @param freePages how many of them are free
 * @param entries how many entries all maps have, with those of indexes and of the catalog
 * @param problems what is wrong, each naming map and key or page as far as they are known, the first hundred; empty if all is well
 */
public record FileCheckReport(long pages, long freePages, long entries, List<String> problems) {

    /** Copies the list. */
    public FileCheckReport {
        problems = List.copyOf(problems);
    }
}
