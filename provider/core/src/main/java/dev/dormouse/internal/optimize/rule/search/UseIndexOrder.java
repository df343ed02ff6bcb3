package dev.dormouse.internal.optimize.rule.search;

import dev.dormouse.internal.optimize.access.AccessOrder;
import dev.dormouse.internal.optimize.access.AccessPath;
import dev.dormouse.internal.optimize.access.AccessPaths;
import dev.dormouse.internal.optimize.access.Estimates;
import dev.dormouse.internal.optimize.access.JoinTerms;
import dev.dormouse.internal.optimize.access.PlanEstimate;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.Unnest;
import java.util.Comparator;
import java.util.Optional;

/**
 * Walks the first scan in an order that spares the sort, forward or reverse; under a page, joins above it then search, so that no more rows are
 * read than the page needs.
 *
 * <pre>
 * Limit 20
 *   Sort f.time
 *     Filter f.origin = 'JFK'
 *       Scan Flight f
 * ->
 * Limit 20
 *   Sort f.time in order of access
 *     Scan Flight f by index DEPARTURES(origin, time): origin = 'JFK'
 * </pre>
 */
public final class UseIndexOrder implements Rule {

    private static final double COMPARISON = 0.3;

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (node instanceof Limit limit && limit.input() instanceof Sort sort && !sort.ordered()) {
            return ordered(sort, PlanEstimate.end(limit), context.estimates())
                    .<Plan>map(input -> new Limit(input, limit.offset(), limit.count()))
                    .orElse(node);
        }
        return node instanceof Sort sort && !sort.ordered()
                ? ordered(sort, Double.MAX_VALUE, context.estimates()).orElse(sort)
                : node;
    }

    /** Returns the sort over an input that comes in its order, if that is less work for the first rows. */
    static Optional<Sort> ordered(Sort sort, double rowsWanted, Estimates estimates) {
        Optional<Plan> leaf = leaf(sort.input());
        if (leaf.isEmpty()) {
            return Optional.empty();
        }
        Scan scan = AccessPaths.openScan(leaf.get()).orElseThrow();
        var paths = AccessPaths.of(scan, AccessPaths.terms(leaf.get()), estimates);
        PlanEstimate all = PlanEstimate.of(sort.input(), estimates);
        double share = Math.min(1, rowsWanted / Math.max(1, all.rows()));
        boolean once = makesRowsOnce(sort.input(), leaf.get(), estimates);
        Optional<AccessPath> walk = paths.stream()
                .flatMap(path -> AccessOrder.matching(path, sort.keys(), once).stream())
                .min(Comparator.comparingDouble(AccessPath::cost));
        double best = paths.stream().mapToDouble(AccessPath::cost).min().orElseThrow();
        double sorting = COMPARISON * all.rows() * Math.log(all.rows() + 2);
        if (walk.isEmpty() || Estimates.SEEK + share * walk.get().cost() > best + sorting) {
            return Optional.empty();
        }
        Plan ordered = replaceLeaf(sort.input(), leaf.get(), walking(walk.get()), share < 0.5, estimates);
        return Optional.of(new Sort(ordered, sort.keys(), true));
    }

    /** A walk in key order is written as a range of the key, since a full scan promises nothing to the rules that follow. */
    private static Plan walking(AccessPath path) {
        if (path.scan().access() instanceof Access.Full full) {
            Access keys = new Access.KeyRange(Access.Range.ALL, full.reverse());
            return Terms.filter(new Scan(path.scan().table(), path.scan().slot(), keys), path.rest());
        }
        return path.plan();
    }

    /** Finds the scan whose order the plan keeps. */
    private static Optional<Plan> leaf(Plan plan) {
        if (AccessPaths.openScan(plan).isPresent()) {
            return Optional.of(plan);
        }
        boolean keepsOrder =
                plan instanceof Filter || plan instanceof Join || plan instanceof Project || plan instanceof Unnest;
        return keepsOrder ? leaf(plan.inputs().get(0)) : Optional.empty();
    }

    /** Tells whether each record of the first scan makes at most one row. */
    private static boolean makesRowsOnce(Plan plan, Plan leaf, Estimates estimates) {
        if (plan == leaf) {
            return true;
        }
        boolean once = plan instanceof Join join
                ? join.kind() == Join.Kind.SEMI
                        || join.kind() == Join.Kind.ANTI
                        || JoinTerms.of(join).findsAtMostOne(estimates)
                : !(plan instanceof Unnest);
        return once && makesRowsOnce(plan.inputs().get(0), leaf, estimates);
    }

    private static Plan replaceLeaf(Plan plan, Plan leaf, Plan walk, boolean fewRows, Estimates estimates) {
        if (plan == leaf) {
            return walk;
        }
        Plan first = plan.inputs().get(0);
        Plan replaced = replaceLeaf(first, leaf, walk, fewRows, estimates);
        Plan node = PlanTree.mapInputs(plan, input -> input == first ? replaced : input);
        boolean undecided = node instanceof Join join && join.strategy() instanceof Join.Strategy.Loop;
        return undecided && fewRows
                ? JoinTerms.of((Join) node)
                        .asSearch(estimates)
                        .<Plan>map(join -> join)
                        .orElse(node)
                : node;
    }
}
