package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.ReadFields;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Estimates for one query: counts of tables and selectivities of conditions. Work is measured in records of a sequential walk; a record found
 * through an index costs several of them, as it does in every ordered map.
 */
public final class Estimates {

    /** The work of finding one place in an order. */
    public static final double SEEK = 6;
    /** The work of one record found through an index entry. */
    private static final double FETCH = 7;
    /** The work of one index entry that makes its record needless. */
    private static final double ENTRY = 1;

    private static final double RANGE = 0.3;
    private static final double NULLS = 0.1;
    private static final double OTHER = 0.5;
    private static final double SEVERAL = 10;

    private final Statistics statistics;
    private final Map<String, TableEstimate> tables = new HashMap<>();
    private final Map<Integer, TableDefinition> tableOfSlot = new HashMap<>();
    private final ReadFields read;
    private final int modified;

    /** Makes estimates for a query with all its subqueries. */
    public Estimates(Statistics statistics, Plan query) {
        this.statistics = statistics;
        this.read = ReadFields.of(query);
        this.modified = query instanceof Modify modify ? modify.target().slot().id() : -1;
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
        return tables.computeIfAbsent(
                table.name(), name -> new TableEstimate(table, statistics.of(table), () -> statistics.sample(table)));
    }

    /** Returns the work of a record that is found through an entry of an index, less where the entry has all that the query reads of it. */
    double found(Scan scan, IndexDefinition index) {
        Slot slot = scan.slot();
        boolean suffices = tableOfSlot.containsKey(slot.id())
                && slot.id() != modified
                && !read.isWhole(slot)
                && CoveredFields.contain(read.paths(slot), index, scan.table().primaryKey());
        return suffices ? ENTRY : FETCH;
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
            return comparison(comparison);
        }
        if (term instanceof Expression.And and) {
            return selectivity(and.terms());
        }
        if (term instanceof Expression.Or or) {
            return Math.min(
                    1, or.terms().stream().mapToDouble(this::selectivity).sum());
        }
        if (term instanceof Expression.InList in) {
            return Math.min(
                    1,
                    in.values().stream()
                            .mapToDouble(v -> among(in.operand(), v))
                            .sum());
        }
        if (term instanceof Expression.IsNull isNull) {
            return column(isNull.operand()).map(ColumnSample::shareOfNulls).orElse(NULLS);
        }
        if (term instanceof Expression.FieldValue) {
            return comparison(new Expression.Comparison(ComparisonOperator.EQUAL, term, Expression.Literal.TRUE));
        }
        return term instanceof Expression.Not not ? 1 - Math.min(0.9, selectivity(not.term())) : OTHER;
    }

    private double among(Expression operand, Expression value) {
        return value.type() instanceof ArrayType
                ? SEVERAL / distinct(operand)
                : comparison(new Expression.Comparison(ComparisonOperator.EQUAL, operand, value));
    }

    private double comparison(Expression.Comparison comparison) {
        Expression left = comparison.left();
        Expression right = comparison.right();
        return column(left)
                .map(column -> comparison(column, comparison.operator(), left, right))
                .or(() -> column(right)
                        .map(column -> comparison(column, comparison.operator().mirrored(), right, left)))
                .orElseGet(() -> guess(comparison));
    }

    private double comparison(ColumnSample column, ComparisonOperator operator, Expression field, Expression other) {
        double distinct = distinct(field);
        if (other instanceof Expression.Literal literal && literal.value() != null) {
            return column.share(operator, literal.value(), distinct);
        }
        boolean constant = ExpressionTree.slots(other).isEmpty();
        if (operator == ComparisonOperator.EQUAL) {
            return constant ? Math.max(1 / distinct, column.repetition()) : 1 / Math.max(distinct, distinct(other));
        }
        return operator == ComparisonOperator.NOT_EQUAL && constant ? 1 - column.repetition() : guess(operator);
    }

    private double guess(Expression.Comparison comparison) {
        return comparison.operator() == ComparisonOperator.EQUAL
                ? 1 / Math.max(distinct(comparison.left()), distinct(comparison.right()))
                : guess(comparison.operator());
    }

    private static double guess(ComparisonOperator operator) {
        return operator == ComparisonOperator.NOT_EQUAL ? 0.9 : RANGE;
    }

    private Optional<ColumnSample> column(Expression expression) {
        if (expression instanceof Expression.FieldValue field) {
            TableDefinition table = tableOfSlot.get(field.slot().id());
            if (table != null) {
                return table(table).column(field.path());
            }
        }
        return Optional.empty();
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

    /** Estimates how many combinations of values there are in rows of which something is known; without limit where nothing is. */
    public double combinations(List<Expression> values, List<Expression> known) {
        double product = 1;
        for (Expression value : values) {
            if (!(value instanceof Expression.FieldValue field)
                    || !tableOfSlot.containsKey(field.slot().id())) {
                return Double.MAX_VALUE;
            }
            List<Expression> ofValue = known.stream()
                    .filter(term -> fields(term).equals(Set.of(field)))
                    .toList();
            product *= Math.max(1, distinct(value) * selectivity(ofValue));
        }
        return product;
    }

    /** Returns the fields that an expression reads; whole records count as such. */
    private static Set<Expression> fields(Expression expression) {
        if (expression instanceof Expression.FieldValue || expression instanceof Expression.SlotValue) {
            return Set.of(expression);
        }
        Set<Expression> fields = new HashSet<>();
        ExpressionTree.children(expression).forEach(child -> fields.addAll(fields(child)));
        return fields;
    }

    double distinct(TableDefinition table, List<FieldPath> paths) {
        return table(table).distinct(paths);
    }
}
