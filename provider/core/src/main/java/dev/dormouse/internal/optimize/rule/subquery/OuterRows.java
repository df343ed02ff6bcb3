package dev.dormouse.internal.optimize.rule.subquery;

import dev.dormouse.internal.optimize.access.Estimates;
import dev.dormouse.internal.optimize.access.PlanEstimate;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows around a correlated subquery.
 *
 * @param plan the plan that they come from
 * @param values the values of them that the subquery depends on
 * @param known what holds for all of them
 */
record OuterRows(Plan plan, List<Expression> values, List<Expression> known) {

    private static final double CAUTION = 2;

    /** A subquery that looks its rows up reads none of them twice, so that a wrong guess costs no more than this. */
    private static final double CAUTION_OF_GUESSES = 8;

    static OuterRows of(Plan plan, List<Expression> values) {
        List<Expression> known = new ArrayList<>();
        collect(plan, known);
        return new OuterRows(plan, values, known);
    }

    private static void collect(Plan plan, List<Expression> known) {
        if (plan instanceof Filter filter) {
            known.addAll(ExpressionTree.conjuncts(filter.condition()));
            collect(filter.input(), known);
        } else if (plan instanceof Join join) {
            collect(join.left(), known);
            if (join.kind() == Join.Kind.INNER) {
                known.addAll(ExpressionTree.conjuncts(join.condition()));
                collect(join.right(), known);
            }
        }
    }

    /** Returns what is known of the values, said of others that are equal to them. */
    List<Expression> knownOf(List<Expression> others) {
        List<Expression> said = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Expression other = others.get(i);
            for (Expression same : equals(values.get(i), other)) {
                known.forEach(term -> replaced(term, same, other).ifPresent(said::add));
            }
        }
        return said.stream().distinct().toList();
    }

    /** Returns what is certainly equal to another expression: the value itself, and what an equality of the same type says. */
    private List<Expression> equals(Expression value, Expression other) {
        List<Expression> same = new ArrayList<>();
        if (value.type().equals(other.type())) {
            same.add(value);
        }
        for (Expression term : known) {
            if (term instanceof Expression.Comparison equal && equal.operator() == ComparisonOperator.EQUAL) {
                boolean left = equal.left().equals(value);
                Expression further = left ? equal.right() : equal.left();
                boolean isVariable = !ExpressionTree.slots(further).isEmpty();
                if ((left || equal.right().equals(value))
                        && isVariable
                        && further.type().equals(other.type())) {
                    same.add(further);
                }
            }
        }
        return same;
    }

    /** Comparisons with constants do not tell equal values from each other, as functions may. */
    private static Optional<Expression> replaced(Expression term, Expression value, Expression other) {
        if (term instanceof Expression.Comparison c) {
            if (c.left().equals(value) && isConstant(c.right())) {
                return Optional.of(new Expression.Comparison(c.operator(), other, c.right()));
            }
            return c.right().equals(value) && isConstant(c.left())
                    ? Optional.of(new Expression.Comparison(c.operator(), c.left(), other))
                    : Optional.empty();
        }
        return term instanceof Expression.InList in
                        && in.operand().equals(value)
                        && in.values().stream().allMatch(OuterRows::isConstant)
                ? Optional.of(new Expression.InList(other, in.values()))
                : Optional.empty();
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Expression.Literal || expression instanceof Expression.Parameter;
    }

    /** Tells whether to group all rows of the subquery is less work than to run it for each combination of values. */
    boolean areBetterJoined(Plan query, Aggregate grouped, Estimates estimates) {
        double rows = PlanEstimate.of(plan, estimates).rows();
        double each = PlanEstimate.of(query, estimates).cost();
        PlanEstimate once = PlanEstimate.of(grouped, estimates);
        double runs = Math.min(Math.min(rows, once.rows()), estimates.combinations(values, known));
        double caution = known.stream().anyMatch(OuterRows::isGuessed) ? CAUTION_OF_GUESSES : CAUTION;
        return runs * each > caution * (once.cost() + once.rows() + rows);
    }

    private static boolean isGuessed(Expression term) {
        return term instanceof Expression.Parameter
                || ExpressionTree.children(term).stream().anyMatch(OuterRows::isGuessed);
    }
}
