package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Substitution;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;

/**
 * Filters before computing what is selected.
 *
 * <pre>
 * Filter v > 1
 *   Project v = x + 1
 *     X
 * ->
 * Project v = x + 1
 *   Filter x + 1 > 1
 *     X
 * </pre>
 */
public final class PushFilterBelowProject implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter filter) || !(filter.input() instanceof Project project)) {
            return node;
        }
        Substitution items = new Substitution(project.items());
        return items.isCheap(filter.condition())
                ? new Project(new Filter(project.input(), items.in(filter.condition())), project.items())
                : node;
    }
}
