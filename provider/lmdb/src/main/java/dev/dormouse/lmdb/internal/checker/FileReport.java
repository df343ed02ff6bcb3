package dev.dormouse.lmdb.internal.checker;

import java.util.List;

/**
 * What a verification found.
 *
 * @param pages how many pages were ever used
 * @param freePages how many of them are free
 * @param entries how many entries all maps have, the catalog's and those of indexes included
 * @param problems what is wrong, each naming map and key or page as far as they are known; the first hundred; empty if all is well
 */
public record FileReport(long pages, long freePages, long entries, List<String> problems) {

    /** Copies the list. */
    public FileReport {
        problems = List.copyOf(problems);
    }
}
