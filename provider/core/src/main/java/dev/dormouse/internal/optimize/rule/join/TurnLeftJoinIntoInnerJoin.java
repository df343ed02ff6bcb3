package dev.dormouse.internal.optimize.rule.join;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;

/**
 * Forgets rows without a partner that a condition above rejects anyway.
 *
 * <pre>
 * Filter r.a = 1
 *   Join left on c
 *     L
 *     R
 * ->
 * Filter r.a = 1
 *   Join inner on c
 *     L
 *     R
 * </pre>
 */
public final class TurnLeftJoinIntoInnerJoin implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (node instanceof Filter filter) {
            return PlanTree.mapInputs(filter, input -> strengthen(input, filter.condition()));
        }
        if (node instanceof Join join && join.strategy() instanceof Join.Strategy.Loop) {
            return switch (join.kind()) {
                case INNER -> PlanTree.mapInputs(join, input -> strengthen(input, join.condition()));
                case SEMI ->
                    PlanTree.mapInputs(
                            join, input -> input == join.left() ? strengthen(input, join.condition()) : input);
                case LEFT, ANTI -> node;
            };
        }
        return node;
    }

    /** Turns the left joins below whose right side a condition rejects when it is empty. */
    private static Plan strengthen(Plan plan, Expression condition) {
        if (plan instanceof Filter filter) {
            return PlanTree.mapInputs(filter, input -> strengthen(input, condition));
        }
        if (!(plan instanceof Join join)) {
            return plan;
        }
        boolean rejected = join.kind() == Join.Kind.LEFT
                && new NullRejection(PlanTree.filledSlots(join.right())).rejects(condition);
        if (rejected) {
            return new Join(join.left(), join.right(), Join.Kind.INNER, join.condition(), join.strategy());
        }
        return PlanTree.mapInputs(
                join,
                input -> input == join.left() || join.kind() == Join.Kind.INNER ? strengthen(input, condition) : input);
    }
}
