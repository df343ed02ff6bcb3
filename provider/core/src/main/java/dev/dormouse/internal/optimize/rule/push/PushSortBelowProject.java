package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Substitution;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import java.util.List;

/**
 * Sorts before computing what is selected, so that an order of access can serve, and a page computes only its own rows.
 *
 * <pre>
 * Sort v
 *   Project v = x.a, w = x.b
 *     X
 * ->
 * Project v = x.a, w = x.b
 *   Sort x.a
 *     X
 * </pre>
 */
public final class PushSortBelowProject implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Sort sort) || !(sort.input() instanceof Project project)) {
            return node;
        }
        Substitution items = new Substitution(project.items());
        if (!sort.keys().stream().allMatch(key -> items.isCheap(key.value()))) {
            return node;
        }
        List<SortKey> keys = sort.keys().stream()
                .map(key -> new SortKey(items.in(key.value()), key.descending(), key.nullsFirst()))
                .toList();
        return new Project(new Sort(project.input(), keys), project.items());
    }
}
