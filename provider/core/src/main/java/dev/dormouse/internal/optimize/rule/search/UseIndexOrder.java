package dev.dormouse.internal.optimize.rule.search;

import dev.dormouse.internal.optimize.access.AccessOrder;
import dev.dormouse.internal.optimize.access.AccessPath;
import dev.dormouse.internal.optimize.access.AccessPaths;
import dev.dormouse.internal.optimize.access.Estimates;
import dev.dormouse.internal.optimize.access.PlanEstimate;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Walks the first scan of more than one row in an order that spares the sort, forward or reverse; under a page, joins above it then search, so
 * that no more rows are read than the page needs.
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
        OrderedInput input = OrderedInput.of(sort.input(), estimates);
        Optional<Scan> scan = AccessPaths.openScan(input.leaf());
        if (scan.isEmpty()) {
            return Optional.empty();
        }
        var paths = AccessPaths.of(scan.get(), AccessPaths.terms(input.leaf()), estimates);
        PlanEstimate all = PlanEstimate.of(input.plan(), estimates);
        double share = Math.min(1, rowsWanted / Math.max(1, all.rows()));
        List<SortKey> keys = input.deciding(sort.keys());
        boolean once = input.makesRowsOnce(estimates);
        Optional<AccessPath> walk = paths.stream()
                .flatMap(path -> AccessOrder.matching(path, keys, once).stream())
                .min(Comparator.comparingDouble(AccessPath::cost));
        double best = paths.stream().mapToDouble(AccessPath::cost).min().orElseThrow();
        double sorting = COMPARISON * all.rows() * Math.log(all.rows() + 2);
        if (walk.isEmpty() || Estimates.SEEK + share * walk.get().cost() > best + sorting) {
            return Optional.empty();
        }
        return Optional.of(new Sort(input.walked(walking(walk.get()), share < 0.5, estimates), sort.keys(), true));
    }

    /** A walk in key order is written as a range of the key, since a full scan promises nothing to the rules that follow. */
    private static Plan walking(AccessPath path) {
        if (path.scan().access() instanceof Access.Full full) {
            Access keys = new Access.KeyRange(Access.Range.ALL, full.reverse());
            return Terms.filter(new Scan(path.scan().table(), path.scan().slot(), keys), path.rest());
        }
        return path.plan();
    }
}
