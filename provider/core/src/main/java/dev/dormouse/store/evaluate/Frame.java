package dev.dormouse.store.evaluate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The row of one execution: a place for each slot of the plan, the bound parameters, the time at which the statement began. Cursors of one
 * execution share the frame; each fills its own slots. Not thread-safe.
 */
public final class Frame {

    private static final int STEPS = 256;

    private final @Nullable Object[] slots;
    private final @Nullable Object[] parameters;
    private @Nullable Instant now;
    private int stepsLeft = Integer.MAX_VALUE;
    private long deadline;
    private boolean ends;
    private @Nullable IdentityHashMap<Evaluator, Object> memos;

    /**
     * Makes an empty frame.
     *
     * @param slotCount one more than the highest slot id of the plan
     * @param parameters the values by parameter index, already of the parameter's type; a {@link java.util.List} for an array type
     * @param now the time of all CURRENT functions
     */
    public Frame(int slotCount, @Nullable Object[] parameters, Instant now) {
        this(slotCount, parameters);
        this.now = now;
    }

    /** Makes an empty frame whose time of all CURRENT functions is that of the first one that asks. */
    public Frame(int slotCount, @Nullable Object[] parameters) {
        this.slots = new Object[slotCount];
        this.parameters = parameters;
    }

    /** Returns what a slot holds: a RecordView, a value, or null. */
    public @Nullable Object slot(int id) {
        return slots[id];
    }

    /** Fills a slot. */
    public void set(int id, @Nullable Object value) {
        slots[id] = value;
    }

    /** Returns the value of a parameter. */
    public @Nullable Object parameter(int index) {
        return parameters[index];
    }

    /** Returns the time of all CURRENT functions of the statement. */
    public Instant now() {
        Instant known = now;
        if (known == null) {
            known = Instant.now();
            now = known;
        }
        return known;
    }

    /** Lets the execution fail once this value of {@link System#nanoTime()} has passed. */
    public void endBy(long nanoTime) {
        deadline = nanoTime;
        ends = true;
        stepsLeft = STEPS;
    }

    /**
     * Counts a step of the execution: a record or entry looked at, a pair of rows compared. Called by everything that may go on for long; looks at the
     * clock now and then only.
     *
     * @throws TimedOutException if the execution takes longer than it may
     */
    public void step() {
        if (--stepsLeft == 0) {
            stepsLeft = ends ? STEPS : Integer.MAX_VALUE;
            if (ends && System.nanoTime() - deadline > 0) {
                throw new TimedOutException();
            }
        }
    }

    /** Returns the zone in which instants become dates and times: that of this JVM. */
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /** Returns what an evaluator has kept for this execution, such as a pattern compiled from a parameter; null at first. */
    public @Nullable Object memo(Evaluator owner) {
        return memos == null ? null : memos.get(owner);
    }

    /** Keeps something for an evaluator until the end of this execution. */
    public void keep(Evaluator owner, Object memo) {
        if (memos == null) {
            memos = new IdentityHashMap<>();
        }
        memos.put(owner, memo);
    }
}
