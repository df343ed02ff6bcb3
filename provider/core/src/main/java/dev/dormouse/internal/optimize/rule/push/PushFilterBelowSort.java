package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Sort;

/**
 * Filters before sorting.
 *
 * <pre>
 * Filter a
 *   Sort b
 *     X
 * ->
 * Sort b
 *   Filter a
 *     X
 * </pre>
 */
public final class PushFilterBelowSort implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        return node instanceof Filter filter && filter.input() instanceof Sort sort
                ? new Sort(new Filter(sort.input(), filter.condition()), sort.keys(), sort.ordered())
                : node;
    }
}
