package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Filters before joining: a term goes to the side whose slots it reads; of an inner join one that reads both becomes part of the condition,
 * unless it has a subquery. Above a left join only terms of the left side move.
 *
 * <pre>
 * Filter l.a and r.b and l.c = r.d
 *   Join inner
 *     L
 *     R
 * ->
 * Join inner on l.c = r.d
 *   Filter l.a
 *     L
 *   Filter r.b
 *     R
 * </pre>
 */
public final class PushFilterBelowJoin implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter filter) || !(filter.input() instanceof Join join)) {
            return node;
        }
        BitSet left = PlanTree.filledSlots(join.left());
        BitSet right = PlanTree.filledSlots(join.right());
        Terms ofLeft = Terms.part(filter.condition(), Terms.readNone(right));
        if (join.kind() != Join.Kind.INNER) {
            return ofLeft.moving().isEmpty()
                    ? node
                    : Terms.filter(withSides(join, ofLeft.moving(), List.of(), join.condition()), ofLeft.staying());
        }
        Terms ofRight = Terms.part(ofLeft.staying(), Terms.readNone(left));
        List<Expression> condition = new ArrayList<>(ExpressionTree.conjuncts(join.condition()));
        Terms ofBoth = Terms.part(ofRight.staying(), term -> !ExpressionTree.hasSubquery(term));
        condition.addAll(ofBoth.moving());
        boolean same = ofLeft.moving().isEmpty()
                && ofRight.moving().isEmpty()
                && ofBoth.moving().isEmpty();
        return same
                ? node
                : Terms.filter(
                        withSides(join, ofLeft.moving(), ofRight.moving(), ExpressionTree.conjunction(condition)),
                        ofBoth.staying());
    }

    private static Join withSides(Join join, List<Expression> left, List<Expression> right, Expression condition) {
        return new Join(
                Terms.filter(join.left(), left),
                Terms.filter(join.right(), right),
                join.kind(),
                condition,
                join.strategy());
    }
}
