package dev.dormouse.lmdb.internal.file;

import java.util.BitSet;

/** Which pages belong to something. Every one must belong to one thing. */
final class Usage {

    private final BitSet taken = new BitSet();
    private final long lastPage;
    private final Findings findings;
    private long free;

    Usage(long lastPage, Findings findings) {
        this.lastPage = Math.min(lastPage, Integer.MAX_VALUE - 1);
        this.findings = findings;
    }

    /** Takes pages that follow each other; false if they are not there or belong to something else. */
    boolean take(long first, long count, String owner) {
        if (first < 2 || count < 1 || count > lastPage || first + count - 1 > lastPage) {
            findings.add(
                    owner + " refers to pages " + first + " to " + (first + count - 1) + ", the last is " + lastPage);
            return false;
        }
        int from = (int) first;
        int to = (int) (first + count);
        int next = taken.nextSetBit(from);
        taken.set(from, to);
        if (next >= 0 && next < to) {
            findings.add(owner + " refers to page " + next + ", which belongs to something else, too");
            return false;
        }
        return true;
    }

    /** Takes a page that is free. */
    void takeFree(long page) {
        free++;
        take(page, 1, "the list of free pages");
    }

    long free() {
        return free;
    }

    /** Finds pages that belong to nothing. */
    void finish() {
        int first = taken.nextClearBit(2);
        if (first <= lastPage) {
            int count = (int) (lastPage - 1) - taken.cardinality();
            findings.add(count + " pages belong to nothing, the first is page " + first);
        }
    }
}
