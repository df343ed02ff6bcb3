package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Unnest;
import java.util.BitSet;

/**
 * Filters before repeating rows, where a term does not read the element.
 *
 * <pre>
 * Filter a.x and e.y
 *   Unnest a.items as e
 *     A
 * ->
 * Filter e.y
 *   Unnest a.items as e
 *     Filter a.x
 *       A
 * </pre>
 */
public final class PushFilterBelowUnnest implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter filter) || !(filter.input() instanceof Unnest unnest)) {
            return node;
        }
        BitSet own = new BitSet();
        own.set(unnest.element().id());
        unnest.position().ifPresent(slot -> own.set(slot.id()));
        Terms terms = Terms.part(filter.condition(), Terms.readNone(own));
        if (terms.moving().isEmpty()) {
            return node;
        }
        Plan below = Terms.filter(unnest.input(), terms.moving());
        return Terms.filter(
                new Unnest(below, unnest.array(), unnest.element(), unnest.position(), unnest.outer()),
                terms.staying());
    }
}
