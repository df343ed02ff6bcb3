package dev.dormouse.internal.execute;

import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Slot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A compiled plan. Immutable, shared by threads; good for as long as the catalog has the version that it was compiled with. */
public final class ExecutablePlan {

    private final Plan plan;
    private final Operator root;
    private final @Nullable Modification modification;
    private final Explanation explanation;
    private final Sizes sizes;
    private final ExpectedWork expected;
    private final int[] columns;

    /**
     * The numbers of a plan.
     *
     * @param catalogVersion the version of the catalog
     * @param operators how many operators have counters
     * @param executionPlace the place in the frame after the plan's slots
     * @param frame the size of the frame
     * @param scanLimit how many rows may be read from full scans and kept; 0 for no limit
     */
    record Sizes(long catalogVersion, int operators, int executionPlace, int frame, long scanLimit) {}

    ExecutablePlan(
            Plan plan,
            Operator root,
            @Nullable Modification modification,
            Explanation explanation,
            Sizes sizes,
            ExpectedWork expected) {
        this.plan = plan;
        this.root = root;
        this.modification = modification;
        this.explanation = explanation;
        this.sizes = sizes;
        this.expected = expected;
        this.columns = plan.output().stream().mapToInt(Slot::id).toArray();
    }

    /** Returns the plan as it runs. */
    public Plan plan() {
        return plan;
    }

    /** Returns the version of the catalog for which this plan is good. */
    public long catalogVersion() {
        return sizes.catalogVersion();
    }

    /** Returns how much work is expected of its runs. */
    public ExpectedWork expected() {
        return expected;
    }

    /** Returns the slots of its output; not a copy. */
    int[] columns() {
        return columns;
    }

    /**
     * Begins a run.
     *
     * @param transaction a transaction of the store that the plan was compiled for
     * @param parameters the values by parameter index, of the parameters' types; a {@link java.util.List} for an array type
     * @param now the time of all CURRENT functions
     */
    public Execution open(StoreTransaction transaction, @Nullable Object[] parameters, Instant now) {
        return new Execution(this, transaction, new Frame(frameSize(), parameters, now));
    }

    /** As {@link #open(StoreTransaction, Object[], Instant)}, at the time when the first of the CURRENT functions is asked. */
    public Execution open(StoreTransaction transaction, @Nullable Object[] parameters) {
        return new Execution(this, transaction, new Frame(frameSize(), parameters));
    }

    /** Returns the plan as a tree, each node with who runs it. */
    public String explain() {
        return explain(new Counters[sizes.operators()]);
    }

    String explain(@Nullable Counters[] counters) {
        return explanation.text(counters);
    }

    Operator root() {
        return root;
    }

    Modification modification() {
        if (modification == null) {
            throw new IllegalStateException("The plan selects rows, it modifies none.");
        }
        return modification;
    }

    int operatorCount() {
        return sizes.operators();
    }

    int executionPlace() {
        return sizes.executionPlace();
    }

    int frameSize() {
        return sizes.frame();
    }

    long scanLimit() {
        return sizes.scanLimit();
    }
}
