package dev.dormouse.internal.optimize.rule.subquery;

import dev.dormouse.internal.optimize.access.Estimates;
import dev.dormouse.internal.optimize.access.PlanEstimate;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Substitution;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes an aggregate of a correlated subquery for all rows at once, where that is less work than once for each value that it depends on.
 *
 * <pre>
 * Filter l.v = (#1)
 *   #1:
 *     Aggregate m = max(s.v)
 *       Filter s.k = l.k
 *         S
 *   L
 * ->
 * Filter l.v = m
 *   Join left on l.k = k
 *     L
 *     Aggregate m = max(s.v) by k = s.k
 *       S
 * </pre>
 */
public final class TurnScalarAggregateIntoJoin implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter) && !(node instanceof Project)) {
            return node;
        }
        Plan input = node.inputs().get(0);
        for (Expression expression : PlanTree.expressions(node)) {
            Expression.ScalarQuery query = first(expression);
            if (query != null) {
                Optional<Joined> joined = joined(input, query, context);
                if (joined.isPresent()) {
                    Plan replaced = PlanTree.mapExpressions(
                            node,
                            e -> ExpressionTree.rewrite(
                                    e, part -> part == query ? joined.get().value() : part));
                    return PlanTree.mapInputs(replaced, i -> joined.get().input());
                }
            }
        }
        return node;
    }

    private record Joined(Plan input, Expression value) {}

    private static Expression.@Nullable ScalarQuery first(Expression expression) {
        if (expression instanceof Expression.ScalarQuery query) {
            return query;
        }
        for (Expression child : ExpressionTree.children(expression)) {
            Expression.ScalarQuery query = first(child);
            if (query != null) {
                return query;
            }
        }
        return null;
    }

    private static Optional<Joined> joined(Plan input, Expression.ScalarQuery query, RuleContext context) {
        Plan top = query.query();
        Plan below = top instanceof Project project ? project.input() : top;
        if (!(below instanceof Aggregate aggregate) || !aggregate.keys().isEmpty()) {
            return Optional.empty();
        }
        BitSet outer = PlanTree.filledSlots(input);
        CorrelatedTerms subquery = CorrelatedTerms.lift(aggregate.input(), outer);
        List<Expression> condition = new ArrayList<>();
        List<Assignment> keys = keys(subquery, outer, condition, context);
        boolean outerInside = aggregate.calls().stream()
                .anyMatch(call -> ExpressionTree.slots(call.argument()).intersects(outer));
        if (keys.isEmpty() || outerInside || !subquery.isIndependent(outer)) {
            return Optional.empty();
        }
        Aggregate grouped = new Aggregate(subquery.rows(), keys, aggregate.calls());
        if (!isWorthwhile(input, query.query(), grouped, context.estimates())) {
            return Optional.empty();
        }
        Substitution calls = new Substitution(List.of());
        aggregate.calls().stream()
                .filter(call -> call.function() == Aggregate.Function.COUNT)
                .forEach(call -> calls.put(call.slot().id(), zeroForNone(call)));
        Expression value = top instanceof Project project
                ? project.items().get(0).value()
                : new Expression.SlotValue(aggregate.calls().get(0).slot());
        Join join = Join.of(input, grouped, Join.Kind.LEFT, ExpressionTree.conjunction(condition));
        return Optional.of(new Joined(join, calls.in(value)));
    }

    private static Expression zeroForNone(Aggregate.Call call) {
        Expression none = new Expression.Literal(BasicType.LONG, 0L);
        return new Expression.Coalesce(List.of(new Expression.SlotValue(call.slot()), none));
    }

    /** The inner sides of the equalities that were lifted, as keys; none if a term is anything else. */
    private static List<Assignment> keys(
            CorrelatedTerms subquery, BitSet outer, List<Expression> condition, RuleContext context) {
        BitSet inner = PlanTree.filledSlots(subquery.rows());
        List<Assignment> keys = new ArrayList<>();
        for (Expression term : subquery.terms()) {
            if (!(term instanceof Expression.Comparison equal)
                    || equal.operator() != ComparisonOperator.EQUAL
                    || !(equal.left().type() instanceof BasicType)
                    || ExpressionTree.hasSubquery(term)) {
                return List.of();
            }
            boolean innerLeft = isApart(equal.left(), inner, outer) && isApart(equal.right(), outer, inner);
            boolean innerRight = isApart(equal.right(), inner, outer) && isApart(equal.left(), outer, inner);
            if (!innerLeft && !innerRight) {
                return List.of();
            }
            Expression key = innerLeft ? equal.left() : equal.right();
            Assignment assignment = new Assignment(context.newSlot("key", key.type()), key);
            keys.add(assignment);
            condition.add(new Expression.Comparison(
                    equal.operator(),
                    innerLeft ? equal.right() : equal.left(),
                    new Expression.SlotValue(assignment.slot())));
        }
        return keys;
    }

    private static boolean isApart(Expression expression, BitSet read, BitSet notRead) {
        BitSet slots = ExpressionTree.slots(expression);
        return slots.intersects(read) && !slots.intersects(notRead);
    }

    private static boolean isWorthwhile(Plan input, Plan query, Aggregate grouped, Estimates estimates) {
        double rows = PlanEstimate.of(input, estimates).rows();
        double each = PlanEstimate.of(query, estimates).cost();
        PlanEstimate once = PlanEstimate.of(grouped, estimates);
        double runs = Math.min(rows, once.rows());
        return runs * each > 2 * (once.cost() + once.rows() + rows);
    }
}
