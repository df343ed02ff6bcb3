package dev.dormouse.lmdb.internal.file;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, in words; the first hundred. */
public final class Findings {

    private static final int MOST = 100;

    private final List<String> problems = new ArrayList<>();
    private long count;

    /** Makes empty ones. */
    public Findings() {}

    /** Adds a problem. */
    public void add(String problem) {
        count++;
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    /** Returns how many there were, those that are not kept included. */
    public long count() {
        return count;
    }

    /** Returns them in the order in which they were found. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
