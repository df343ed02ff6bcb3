package dev.dormouse.internal.optimize.rule.search;

import dev.dormouse.internal.optimize.access.AccessPaths;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the lowest or highest value from the end of an order.
 *
 * <pre>
 * Aggregate m = max(f.time)
 *   Scan Flight f
 * ->
 * Aggregate m = max(f.time)
 *   Limit 1
 *     Sort f.time desc in order of access
 *       Scan Flight f by index TIMES(time): time is not null reverse
 * </pre>
 */
public final class UseIndexForExtreme implements Rule {

    private static final Expression ONE = new Expression.Literal(BasicType.LONG, 1L);

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Aggregate aggregate)
                || !aggregate.keys().isEmpty()
                || aggregate.calls().size() != 1
                || AccessPaths.openScan(aggregate.input()).isEmpty()) {
            return node;
        }
        Aggregate.Call call = aggregate.calls().get(0);
        boolean max = call.function() == Aggregate.Function.MAX;
        if (!(max || call.function() == Aggregate.Function.MIN)
                || !(call.argument() instanceof Expression.FieldValue)) {
            return node;
        }
        List<Expression> terms = new ArrayList<>(AccessPaths.terms(aggregate.input()));
        terms.add(new Expression.Not(new Expression.IsNull(call.argument())));
        Plan present = Terms.filter(AccessPaths.openScan(aggregate.input()).orElseThrow(), terms);
        Sort sort = new Sort(present, List.of(SortKey.of(call.argument(), max)));
        return UseIndexOrder.ordered(sort, 1, context.estimates())
                .<Plan>map(ordered -> new Aggregate(
                        new Limit(ordered, Optional.empty(), Optional.of(ONE)), aggregate.keys(), aggregate.calls()))
                .orElse(node);
    }
}
