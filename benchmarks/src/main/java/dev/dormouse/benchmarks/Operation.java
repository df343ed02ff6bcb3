package dev.dormouse.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the tables: a method of {@link Operations} with a number of threads, and how many times the time of the hand-written code it may take.
 *
 * @param method the name of the method
 * @param threads how many threads do it at once
 * @param writes whether rows are written
 * @param reading whether the time is that of reading all rows, so that it grows with them
 * @param limit the limit where commits do not wait for the disk
 * @param durableLimit the limit where they do
 */
record Operation(
        String method,
        int threads,
        boolean writes,
        boolean reading,
        @Nullable Double limit,
        @Nullable Double durableLimit) {

    private static final List<Operation> ALL = new ArrayList<>();

    static {
        reads("find1000InOneContext", 3);
        reads("find1000InNewContexts", 3);
        reads("findGraph", 4);
        reads("walkTreeOf1023", 4);
        reads("uniqueLookup", 4);
        reads("indexedEquality", 4);
        reads("rangeWithOrder", 4);
        reads("joinOrderLimit20", 4);
        reads("fetchJoin", 4);
        reads("manyToManyJoin", 6);
        reads("correlatedSubquery", 6);
        ALL.add(new Operation("groupByOverJoin", 1, false, true, 5.0, null));
        ALL.add(new Operation("scanWithFilter", 1, false, true, 5.0, null));
        writes("persist1000", 1, 3.0, null);
        writes("update1000", 1, 4.0, null);
        writes("bulkUpdate1000", 1, 4.0, null);
        writes("updateVersioned100", 1, null, 1.6);
        writes("persistTreeOf1023", 1, null, 1.6);
        writes("remove1000", 1, null, 1.6);
        writes("insertOne", 1, null, 1.2);
        writes("insertOne", 2, null, null);
        writes("insertOne", 8, null, null);
        writes("insertOne", 32, null, null);
        writes("eightReadersAndOneWriter", 1, null, null);
    }

    private static void reads(String method, double limit) {
        ALL.add(new Operation(method, 1, false, false, limit, null));
    }

    private static void writes(String method, int threads, @Nullable Double limit, @Nullable Double durableLimit) {
        ALL.add(new Operation(method, threads, true, false, limit, durableLimit));
    }

    /** Returns all, in the order of the tables. */
    static List<Operation> all() {
        return List.copyOf(ALL);
    }

    /** Returns the one of this title. */
    static Operation of(String title) {
        return ALL.stream()
                .filter(operation -> operation.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such operation: " + title));
    }

    /** Returns how the tables call it. */
    String title() {
        return threads == 1 ? method : method + " on " + threads + " threads";
    }
}
