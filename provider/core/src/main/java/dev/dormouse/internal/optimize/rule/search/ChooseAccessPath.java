package dev.dormouse.internal.optimize.rule.search;

import dev.dormouse.internal.optimize.access.AccessPath;
import dev.dormouse.internal.optimize.access.AccessPaths;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import java.util.List;
import java.util.Optional;

/**
 * Finds records by the primary key or an index instead of walking the whole table; conditions that the access makes sure of leave the filter.
 *
 * <pre>
 * Filter f.origin = 'JFK' and f.delay > 10
 *   Scan Flight f
 * ->
 * Filter f.delay > 10
 *   Scan Flight f by index ORIGIN(origin): origin = 'JFK'
 * </pre>
 */
public final class ChooseAccessPath implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        Optional<Scan> scan = AccessPaths.openScan(node);
        List<Expression> terms = AccessPaths.terms(node);
        if (scan.isEmpty() || terms.isEmpty()) {
            return node;
        }
        AccessPath best = AccessPaths.best(scan.get(), terms, context.estimates());
        return best.isSearch() ? best.plan() : node;
    }
}
