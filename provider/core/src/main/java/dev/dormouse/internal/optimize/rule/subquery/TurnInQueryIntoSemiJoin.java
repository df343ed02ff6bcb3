package dev.dormouse.internal.optimize.rule.subquery;

import dev.dormouse.internal.optimize.rule.NeverNull;
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
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Joins with a subquery whose rows are asked for a value. A term of a filter that is unknown passes nothing, as a join's condition does.
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
 *
 * {@code not in} becomes an anti join in the same way: it holds where no row of the subquery may be equal, so that a null that can be on either side
 * makes a partner, {@code l.y = s.x or l.y is null or s.x is null}.
 */
public final class TurnInQueryIntoSemiJoin implements Rule {

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Filter filter)) {
            return node;
        }
        List<Expression> terms = ExpressionTree.conjuncts(filter.condition());
        for (Expression term : terms) {
            List<Expression> rest = new ArrayList<>(terms);
            rest.remove(term);
            Optional<Join> join = joined(filter.input(), term, rest);
            if (join.isPresent()) {
                return Terms.filter(join.get(), rest);
            }
        }
        return node;
    }

    private static Optional<Join> joined(Plan input, Expression term, List<Expression> rest) {
        if (term instanceof Expression.InQuery in) {
            return joined(input, in, Join.Kind.SEMI, rest);
        }
        return term instanceof Expression.Not not && not.term() instanceof Expression.InQuery in
                ? joined(input, in, Join.Kind.ANTI, rest)
                : Optional.empty();
    }

    private static Optional<Join> joined(Plan input, Expression.InQuery in, Join.Kind kind, List<Expression> rest) {
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
        boolean sameForAllRows = subquery.terms().isEmpty()
                && in.operands().stream().noneMatch(o -> ExpressionTree.slots(o).intersects(outer));
        if (records || sameForAllRows || !subquery.isIndependent(outer)) {
            return Optional.empty();
        }
        List<Expression> condition = new ArrayList<>();
        NeverNull left = NeverNull.in(input).where(rest);
        NeverNull right = NeverNull.in(subquery.rows()).where(subquery.terms());
        for (int i = 0; i < columns.size(); i++) {
            Expression operand = in.operands().get(i);
            Expression column = columns.get(i);
            List<Expression> partner = new ArrayList<>();
            partner.add(new Expression.Comparison(ComparisonOperator.EQUAL, operand, column));
            if (kind == Join.Kind.ANTI && !left.test(operand)) {
                partner.add(new Expression.IsNull(operand));
            }
            if (kind == Join.Kind.ANTI && !right.test(column)) {
                partner.add(new Expression.IsNull(column));
            }
            condition.add(partner.size() == 1 ? partner.get(0) : new Expression.Or(partner));
        }
        condition.addAll(subquery.terms());
        return Optional.of(Join.of(input, subquery.rows(), kind, ExpressionTree.conjunction(condition)));
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
