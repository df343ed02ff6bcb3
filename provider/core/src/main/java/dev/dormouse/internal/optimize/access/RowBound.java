package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Sort;
import java.util.Optional;

/** Tells which plans have at most one row, whatever the tables hold: what is looked up by a primary key or a unique index. */
public final class RowBound {

    private RowBound() {}

    /** Tells whether a plan, opened once, has at most one row. */
    public static boolean isAtMostOne(Plan plan, Estimates estimates) {
        Optional<Scan> scan = AccessPaths.openScan(plan);
        if (scan.isPresent()) {
            return AccessPaths.of(scan.get(), AccessPaths.terms(plan), estimates).stream()
                    .anyMatch(AccessPath::single);
        }
        if (plan instanceof Join join) {
            boolean leftOnly = join.kind() == Join.Kind.SEMI || join.kind() == Join.Kind.ANTI;
            return isAtMostOne(join.left(), estimates)
                    && (leftOnly || JoinTerms.of(join).findsAtMostOne(estimates));
        }
        if (plan instanceof Aggregate aggregate) {
            return aggregate.keys().isEmpty();
        }
        boolean keepsRows =
                plan instanceof Filter || plan instanceof Project || plan instanceof Sort || plan instanceof Limit;
        return keepsRows && isAtMostOne(plan.inputs().get(0), estimates);
    }
}
