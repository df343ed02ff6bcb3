package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Substitution;
import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import java.util.BitSet;

/**
 * Filters before grouping, where a term reads nothing but keys.
 *
 * <pre>
 * Filter k > 1 and n > 2
 *   Aggregate n = count(*) by k = x
 *     X
 * ->
 * Filter n > 2
 *   Aggregate n = count(*) by k = x
 *     Filter x > 1
 *       X
 * </pre>
 */
public final class PushFilterBelowAggregate implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter filter)
                || !(filter.input() instanceof Aggregate aggregate)
                || aggregate.keys().isEmpty()) {
            return node;
        }
        Substitution keys = new Substitution(aggregate.keys());
        BitSet computed = new BitSet();
        aggregate.calls().forEach(call -> computed.set(call.slot().id()));
        Terms terms = Terms.part(
                filter.condition(), term -> !ExpressionTree.slots(term).intersects(computed) && keys.isCheap(term));
        if (terms.moving().isEmpty()) {
            return node;
        }
        Expression below = keys.in(ExpressionTree.conjunction(terms.moving()));
        return Terms.filter(
                new Aggregate(new Filter(aggregate.input(), below), aggregate.keys(), aggregate.calls()),
                terms.staying());
    }
}
