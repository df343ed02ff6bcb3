package dev.dormouse.internal.optimize.rule.join;

import dev.dormouse.internal.optimize.access.JoinTerms;
import dev.dormouse.internal.optimize.access.PlanEstimate;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import java.util.Optional;

/**
 * Finds partners by a search for each left row, or by a hash table of the right side, whichever is less work.
 *
 * <pre>
 * Join inner on l.x = r.id
 *   L
 *   Scan R r
 * ->
 * Join inner                        Join inner hash l.x = r.id
 *   L                         or      L
 *   Filter l.x = r.id                 Scan R r
 *     Scan R r
 * </pre>
 */
public final class ChooseJoinStrategy implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Join join)
                || !(join.strategy() instanceof Join.Strategy.Loop)
                || join.condition().equals(Expression.Literal.TRUE)) {
            return node;
        }
        JoinTerms terms = JoinTerms.of(join);
        Optional<Join> search = terms.asSearch(context.estimates());
        if (!terms.isHashable()) {
            return search.isPresent() ? search.get() : node;
        }
        if (search.isEmpty()) {
            return terms.asHash();
        }
        double rows = PlanEstimate.of(join.left(), context.estimates()).rows();
        double each = terms.searchCost(context.estimates());
        return rows * each <= terms.hashCost(context.estimates()) ? search.get() : terms.asHash();
    }
}
