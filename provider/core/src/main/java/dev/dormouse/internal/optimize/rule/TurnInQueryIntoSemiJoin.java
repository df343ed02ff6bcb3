package dev.dormouse.internal.optimize.rule;

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
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Joins with a subquery whose rows are asked for a value. A term of a filter that is unknown passes nothing, as a join's condition does; a negated
 * one is another matter, and stays.
 *
 * <pre>
 * Filter l.y in (#1) and a
 *   #1:
 *     Project v = s.x
 *       S
 *   L
 * ->
 * Filter a
 *   Join semi on l.y = s.x
 *     L
 *     S
 * </pre>
 */
public final class TurnInQueryIntoSemiJoin implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter filter)) {
            return node;
        }
        List<Expression> rest = new ArrayList<>(ExpressionTree.conjuncts(filter.condition()));
        for (Expression term : rest) {
            Optional<Join> join = term instanceof Expression.InQuery in ? joined(filter.input(), in) : Optional.empty();
            if (join.isPresent()) {
                rest.remove(term);
                return Terms.filter(join.get(), rest);
            }
        }
        return node;
    }

    private static Optional<Join> joined(Plan input, Expression.InQuery in) {
        Plan rows = in.query();
        List<Expression> columns = new ArrayList<>();
        rows.output().forEach(slot -> columns.add(new Expression.SlotValue(slot)));
        while (rows instanceof Sort || isDistinct(rows) || rows instanceof Project) {
            if (!(rows instanceof Sort)) {
                Substitution items = new Substitution(items(rows));
                columns.replaceAll(items::in);
            }
            rows = rows.inputs().get(0);
        }
        boolean records = columns.stream().anyMatch(column -> !(column.type() instanceof BasicType));
        BitSet outer = PlanTree.filledSlots(input);
        CorrelatedTerms subquery = CorrelatedTerms.lift(rows, outer);
        if (records || !subquery.isIndependent(outer)) {
            return Optional.empty();
        }
        List<Expression> condition = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            condition.add(new Expression.Comparison(
                    ComparisonOperator.EQUAL, in.operands().get(i), columns.get(i)));
        }
        condition.addAll(subquery.terms());
        return Optional.of(Join.of(input, subquery.rows(), Join.Kind.SEMI, ExpressionTree.conjunction(condition)));
    }

    private static boolean isDistinct(Plan plan) {
        return plan instanceof Aggregate aggregate
                && aggregate.calls().isEmpty()
                && !aggregate.keys().isEmpty();
    }

    private static List<Assignment> items(Plan plan) {
        return plan instanceof Project project ? project.items() : ((Aggregate) plan).keys();
    }
}
