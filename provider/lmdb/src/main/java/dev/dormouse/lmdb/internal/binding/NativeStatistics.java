package dev.dormouse.lmdb.internal.binding;

import org.lmdbjava.Stat;

/**
 * How the pages of a map are used.
 *
 * @param pageSize the bytes of a page
 * @param depth the levels of the tree
 * @param branchPages the pages that refer to others
 * @param leafPages the pages with keys and values
 * @param overflowPages the pages of long values
 * @param entries the number of values
 */
public record NativeStatistics(
        int pageSize, int depth, long branchPages, long leafPages, long overflowPages, long entries) {

    static NativeStatistics of(Stat stat) {
        return new NativeStatistics(
                stat.pageSize, stat.depth, stat.branchPages, stat.leafPages, stat.overflowPages, stat.entries);
    }

    /** Returns the number of pages. */
    public long pages() {
        return branchPages + leafPages + overflowPages;
    }
}
