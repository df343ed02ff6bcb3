package dev.dormouse.internal.execute;

/**
 * How much work a run of a plan is expected to do, in entries and records read, and whether one did far more: then the plan was made for other data
 * than there are. A plan made anew expects at least twice what was seen, so that one that cannot be better is not made again and again. Thread-safe.
 */
public final class ExpectedWork {

    /** No run is a surprise. */
    public static final ExpectedWork ANY = new ExpectedWork(Double.MAX_VALUE);

    private static final double FAR = 30;
    private static final double LITTLE = 20_000;

    private final double limit;
    private volatile double seen;

    private ExpectedWork(double limit) {
        this.limit = limit;
    }

    /**
     * Returns what is expected.
     *
     * @param estimate what the optimizer expects
     * @param seen what a run of an earlier plan did; 0 for none
     */
    public static ExpectedWork of(double estimate, double seen) {
        return new ExpectedWork(Math.max(2 * seen, Math.max(LITTLE, FAR * estimate)));
    }

    void note(double work) {
        if (work > limit && work > seen) {
            seen = work;
        }
    }

    /** Returns the work of the run that did far more than was expected, 0 if none did. */
    public double surprise() {
        return seen;
    }
}
