package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates for one query: counts of tables and selectivities of conditions. Work is measured in records of a sequential walk; a record found
 * through an index costs several of them, as it does in every ordered map.
 */
public final class Estimates {

    /** The work of finding one place in an order. */
    public static final double SEEK = 6;
    /** The work of one record found through an index entry. */
    public static final double FETCH = 7;

    private static final double RANGE = 0.3;
    private static final double OTHER = 0.5;
    private static final double SEVERAL = 10;

    private final Statistics statistics;
    private final Map<String, TableEstimate> tables = new HashMap<>();
    private final Map<Integer, TableDefinition> tableOfSlot = new HashMap<>();

    /** Makes estimates for a query with all its subqueries. */
    public Estimates(Statistics statistics, Plan query) {
        this.statistics = statistics;
        collectTables(query);
    }

    private void collectTables(Plan plan) {
        if (plan instanceof Scan scan) {
            tableOfSlot.put(scan.slot().id(), scan.table());
        }
        plan.inputs().forEach(this::collectTables);
        PlanTree.expressions(plan).forEach(this::collectTables);
    }

    private void collectTables(Expression expression) {
        ExpressionTree.subquery(expression).ifPresent(this::collectTables);
        ExpressionTree.children(expression).forEach(this::collectTables);
    }

    TableEstimate table(TableDefinition table) {
        return tables.computeIfAbsent(table.name(), name -> new TableEstimate(table, statistics.of(table)));
    }

    /** Returns how many values there are in a list, parameters of several values guessed. */
    static double size(List<Expression> values) {
        return values.stream()
                .mapToDouble(v -> v.type() instanceof ArrayType ? SEVERAL : 1)
                .sum();
    }

    /** Estimates the share of rows that satisfy all of some conditions. */
    public double selectivity(List<Expression> terms) {
        double share = 1;
        for (Expression term : terms) {
            share *= selectivity(term);
        }
        return share;
    }

    /** Estimates the share of rows that satisfy a condition. */
    public double selectivity(Expression term) {
        if (term instanceof Expression.Comparison comparison) {
            if (comparison.operator() == ComparisonOperator.EQUAL) {
                return equality(comparison.left(), comparison.right());
            }
            return comparison.operator() == ComparisonOperator.NOT_EQUAL ? 0.9 : RANGE;
        }
        if (term instanceof Expression.And and) {
            return selectivity(and.terms());
        }
        if (term instanceof Expression.Or or) {
            return Math.min(
                    1, or.terms().stream().mapToDouble(this::selectivity).sum());
        }
        if (term instanceof Expression.InList in) {
            return Math.min(1, size(in.values()) / distinct(in.operand()));
        }
        if (term instanceof Expression.IsNull) {
            return 0.1;
        }
        return term instanceof Expression.Not not ? 1 - Math.min(0.9, selectivity(not.term())) : OTHER;
    }

    private double equality(Expression left, Expression right) {
        return 1 / Math.max(distinct(left), distinct(right));
    }

    /** Estimates how many different values an expression has; 10 where nothing is known. */
    private double distinct(Expression expression) {
        if (expression instanceof Expression.FieldValue field) {
            TableDefinition table = tableOfSlot.get(field.slot().id());
            if (table != null) {
                return distinct(table, List.of(field.path()));
            }
        }
        return SEVERAL;
    }

    double distinct(TableDefinition table, List<FieldPath> paths) {
        return table(table).distinct(paths);
    }
}
