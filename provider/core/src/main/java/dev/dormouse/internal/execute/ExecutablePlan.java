package dev.dormouse.internal.execute;

import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled plan. Immutable, shared by threads; good for as long as the catalog has the version that it was compiled with. */
public final class ExecutablePlan {

    private final Plan plan;
    private final Operator root;
    private final @Nullable Modification modification;
    private final Map<Plan, Operator> operators;
    private final Sizes sizes;

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
            Plan plan, Operator root, @Nullable Modification modification, Map<Plan, Operator> operators, Sizes sizes) {
        this.plan = plan;
        this.root = root;
        this.modification = modification;
        this.operators = operators;
        this.sizes = sizes;
    }

    /** Returns the plan as it runs. */
    public Plan plan() {
        return plan;
    }

    /** Returns the version of the catalog for which this plan is good. */
    public long catalogVersion() {
        return sizes.catalogVersion();
    }

    /**
     * Begins a run.
     *
     * @param transaction a transaction of the store that the plan was compiled for
     * @param parameters the values by parameter index, of the parameters' types; a {@link java.util.List} for an array type
     * @param now the time of all CURRENT functions
     */
    public Execution open(StoreTransaction transaction, @Nullable Object[] parameters, Instant now) {
        return new Execution(this, transaction, parameters, now);
    }

    /** Returns the plan as a tree, each node with who runs it. */
    public String explain() {
        return explain(new Counters[sizes.operators()]);
    }

    String explain(@Nullable Counters[] counters) {
        return PlanPrinter.print(plan, node -> {
            Operator operator = operators.get(node);
            return operator == null ? "" : remark(operator, counters[operator.number]);
        });
    }

    private static String remark(Operator operator, @Nullable Counters counters) {
        StringBuilder remark = new StringBuilder("[").append(operator.describe());
        if (counters != null) {
            remark.append("; rows ").append(counters.rows());
            append(remark, " entries ", counters.entriesVisited());
            append(remark, " fetched ", counters.recordsFetched());
        }
        return remark.append(']').toString();
    }

    private static void append(StringBuilder remark, String name, long count) {
        if (count > 0) {
            remark.append(name).append(count);
        }
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
