package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;

/**
 * Computes what is selected for the rows of the page only.
 *
 * <pre>
 * Limit 20
 *   Project v = x
 *     X
 * ->
 * Project v = x
 *   Limit 20
 *     X
 * </pre>
 */
public final class PushLimitBelowProject implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        return node instanceof Limit limit && limit.input() instanceof Project project
                ? new Project(new Limit(project.input(), limit.offset(), limit.count()), project.items())
                : node;
    }
}
