package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Unnest;
import java.util.Optional;

/**
 * What a plan costs if every scan and join below is done in the best way known.
 *
 * @param rows how many rows it has
 * @param cost its work
 */
public record PlanEstimate(double rows, double cost) {

    private static final double KEPT_ROW = 2;
    private static final double PROBE = 0.5;
    private static final double GROUPS = 0.1;
    private static final double ELEMENTS = 3;

    /** Estimates a plan whose scans may or may not have got their access. */
    public static PlanEstimate of(Plan plan, Estimates estimates) {
        Optional<Scan> open = AccessPaths.openScan(plan);
        if (open.isPresent()) {
            AccessPath best = AccessPaths.best(open.get(), AccessPaths.terms(plan), estimates);
            return new PlanEstimate(best.rows(), best.cost());
        }
        if (plan instanceof Scan scan) {
            return found(scan, estimates);
        }
        if (plan instanceof Join join) {
            return of(join, estimates);
        }
        if (plan instanceof SetOperation operation) {
            PlanEstimate left = of(operation.left(), estimates);
            PlanEstimate right = of(operation.right(), estimates);
            return new PlanEstimate(left.rows + right.rows, left.cost + right.cost + right.rows * KEPT_ROW);
        }
        PlanEstimate input = of(plan.inputs().get(0), estimates);
        if (plan instanceof Filter filter) {
            double share = estimates.selectivity(filter.condition());
            return new PlanEstimate(input.rows * share, input.cost);
        }
        if (plan instanceof Aggregate aggregate) {
            double groups = aggregate.keys().isEmpty() ? 1 : Math.max(1, input.rows * GROUPS);
            return new PlanEstimate(groups, input.cost + input.rows);
        }
        if (plan instanceof Limit limit) {
            return new PlanEstimate(Math.min(input.rows, end(limit)), input.cost);
        }
        return plan instanceof Unnest ? new PlanEstimate(input.rows * ELEMENTS, input.cost + input.rows) : input;
    }

    /** Returns how many rows a page reads at most, guessed where it is not written in the plan. */
    public static double end(Limit limit) {
        double offset = limit.offset().map(e -> number(e, 0)).orElse(0.0);
        return offset + limit.count().map(e -> number(e, 100)).orElse(Double.MAX_VALUE);
    }

    private static double number(Expression expression, double unknown) {
        return expression instanceof Expression.Literal literal && literal.value() instanceof Number number
                ? number.doubleValue()
                : unknown;
    }

    private static PlanEstimate found(Scan scan, Estimates estimates) {
        double records = estimates.table(scan.table()).records();
        if (scan.access() instanceof Access.KeyLookup) {
            return new PlanEstimate(1, Estimates.SEEK);
        }
        double share = scan.access() instanceof Access.Full ? 1 : 0.05;
        return new PlanEstimate(records * share, Estimates.SEEK + records * share);
    }

    private static PlanEstimate of(Join join, Estimates estimates) {
        PlanEstimate left = of(join.left(), estimates);
        PlanEstimate right = of(join.right(), estimates);
        JoinTerms terms = JoinTerms.of(join);
        PlanEstimate perRow = of(terms.searchedRight(), estimates);
        double loop = left.rows * terms.searchCost(estimates);
        double hash = terms.isHashable() ? hashCost(left, right) : Double.MAX_VALUE;
        boolean decided = !(join.strategy() instanceof Join.Strategy.Loop);
        double cost = left.cost + (decided ? hashCost(left, right) : Math.min(loop, hash));
        double pairs = left.rows * perRow.rows;
        double share = decided ? estimates.selectivity(ExpressionTree.conjuncts(join.condition())) : 1;
        double rows =
                switch (join.kind()) {
                    case INNER -> pairs * share;
                    case LEFT -> Math.max(left.rows, pairs);
                    case SEMI -> Math.min(left.rows * 0.5, pairs);
                    case ANTI -> left.rows * 0.5;
                };
        return new PlanEstimate(rows, cost);
    }

    static double hashCost(PlanEstimate left, PlanEstimate right) {
        return right.cost + right.rows * KEPT_ROW + left.rows * PROBE;
    }
}
