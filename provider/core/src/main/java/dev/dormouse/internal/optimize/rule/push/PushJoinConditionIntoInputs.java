package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Terms;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import java.util.BitSet;
import java.util.List;

/**
 * Filters a side by the terms of the condition that read it alone: the right side of every join, the left side where a left row without a
 * partner vanishes.
 *
 * <pre>
 * Join left on l.a = r.b and r.c
 *   L
 *   R
 * ->
 * Join left on l.a = r.b
 *   L
 *   Filter r.c
 *     R
 * </pre>
 */
public final class PushJoinConditionIntoInputs implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Join join) || join.condition().equals(Expression.Literal.TRUE)) {
            return node;
        }
        BitSet left = PlanTree.filledSlots(join.left());
        BitSet right = PlanTree.filledSlots(join.right());
        Terms ofRight = Terms.part(join.condition(), Terms.readNone(left));
        boolean lossy = join.kind() == Join.Kind.INNER || join.kind() == Join.Kind.SEMI;
        Terms ofLeft =
                lossy ? Terms.part(ofRight.staying(), Terms.readNone(right)) : new Terms(List.of(), ofRight.staying());
        if (ofRight.moving().isEmpty() && ofLeft.moving().isEmpty()) {
            return node;
        }
        return new Join(
                Terms.filter(join.left(), ofLeft.moving()),
                Terms.filter(join.right(), ofRight.moving()),
                join.kind(),
                ExpressionTree.conjunction(ofLeft.staying()),
                join.strategy());
    }
}
