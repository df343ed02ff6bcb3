package dev.dormouse.internal.optimize.rule.subquery;

import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.internal.optimize.rule.Substitution;
import dev.dormouse.internal.optimize.rule.Terms;
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
 * Other conditions go below the join, and to the subquery's rows what they say of the values that it depends on.
 *
 * <pre>
 * Filter l.v = (#1) and l.k &lt; 9
 *   #1:
 *     Aggregate m = max(s.v)
 *       Filter s.k = l.k
 *         S
 *   L
 * ->
 * Filter l.v = m
 *   Join left on l.k = k
 *     Filter l.k &lt; 9
 *       L
 *     Aggregate m = max(s.v) by k = s.k
 *       Filter s.k &lt; 9
 *         S
 * </pre>
 */
public final class TurnScalarAggregateIntoJoin implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter) && !(node instanceof Project)) {
            return node;
        }
        for (Expression expression : PlanTree.expressions(node)) {
            for (Expression term : ExpressionTree.conjuncts(expression)) {
                Expression.ScalarQuery query = first(term);
                Optional<Plan> joined = query == null ? Optional.empty() : over(node, query, context);
                if (joined.isPresent()) {
                    return joined.get();
                }
            }
        }
        return node;
    }

    /** Returns the node over a join with the subquery, if that is less work. */
    private static Optional<Plan> over(Plan node, Expression.ScalarQuery query, RuleContext context) {
        Plan input = node.inputs().get(0);
        if (!(node instanceof Filter filter)) {
            return joined(input, query, context).map(joined -> joined.below(node, query));
        }
        Terms terms = Terms.part(filter.condition(), term -> !ExpressionTree.hasSubquery(term));
        Plan upper = new Filter(input, ExpressionTree.conjunction(terms.staying()));
        return joined(Terms.filter(input, terms.moving()), query, context).map(joined -> joined.below(upper, query));
    }

    private record Joined(Plan input, Expression value) {

        Plan below(Plan node, Expression.ScalarQuery query) {
            Plan replaced =
                    PlanTree.mapExpressions(node, e -> ExpressionTree.rewrite(e, part -> part == query ? value : part));
            return PlanTree.mapInputs(replaced, i -> input);
        }
    }

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
        List<Expression> values = new ArrayList<>();
        List<Assignment> keys = keys(subquery, outer, values, context);
        boolean outerInside = aggregate.calls().stream()
                .anyMatch(call -> ExpressionTree.slots(call.argument()).intersects(outer));
        if (keys.isEmpty() || outerInside || !subquery.isIndependent(outer)) {
            return Optional.empty();
        }
        OuterRows rows = OuterRows.of(input, values);
        Plan read = Terms.filter(
                subquery.rows(),
                rows.knownOf(keys.stream().map(Assignment::value).toList()));
        Aggregate grouped = new Aggregate(read, keys, aggregate.calls());
        if (!rows.areBetterJoined(query.query(), grouped, context.estimates())) {
            return Optional.empty();
        }
        Substitution calls = new Substitution(List.of());
        aggregate.calls().stream()
                .filter(call -> call.function() == Aggregate.Function.COUNT)
                .forEach(call -> calls.put(call.slot().id(), zeroForNone(call)));
        Expression value = top instanceof Project project
                ? project.items().get(0).value()
                : new Expression.SlotValue(aggregate.calls().get(0).slot());
        Join join = Join.of(input, grouped, Join.Kind.LEFT, equal(values, keys));
        return Optional.of(new Joined(join, calls.in(value)));
    }

    private static Expression zeroForNone(Aggregate.Call call) {
        Expression none = new Expression.Literal(BasicType.LONG, 0L);
        return new Expression.Coalesce(List.of(new Expression.SlotValue(call.slot()), none));
    }

    private static Expression equal(List<Expression> values, List<Assignment> keys) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Expression key = new Expression.SlotValue(keys.get(i).slot());
            terms.add(new Expression.Comparison(ComparisonOperator.EQUAL, values.get(i), key));
        }
        return ExpressionTree.conjunction(terms);
    }

    /** The inner sides of the equalities that were lifted, as keys; none if a term is anything else. The outer sides are added to the values. */
    private static List<Assignment> keys(
            CorrelatedTerms subquery, BitSet outer, List<Expression> values, RuleContext context) {
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
            keys.add(new Assignment(context.newSlot("key", key.type()), key));
            values.add(innerLeft ? equal.right() : equal.left());
        }
        return keys;
    }

    private static boolean isApart(Expression expression, BitSet read, BitSet notRead) {
        BitSet slots = ExpressionTree.slots(expression);
        return slots.intersects(read) && !slots.intersects(notRead);
    }
}
