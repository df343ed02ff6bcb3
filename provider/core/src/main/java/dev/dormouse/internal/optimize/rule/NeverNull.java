package dev.dormouse.internal.optimize.rule;

import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.Unnest;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TableDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which expressions are null in no row of a plan: by the tables they come from, or since a condition would not hold. */
public final class NeverNull {

    private final Map<Integer, TableDefinition> records = new HashMap<>();
    private final Set<Expression> present = new HashSet<>();

    private NeverNull() {}

    public static NeverNull in(Plan rows) {
        NeverNull known = new NeverNull();
        known.collect(rows);
        return known;
    }

    /** Adds what follows from conditions that hold for all rows. */
    public NeverNull where(List<Expression> terms) {
        terms.forEach(this::holds);
        return this;
    }

    private void collect(Plan plan) {
        if (plan instanceof Scan scan) {
            records.put(scan.slot().id(), scan.table());
        } else if (plan instanceof Join join) {
            collect(join.left());
            if (join.kind() == Join.Kind.INNER) {
                collect(join.right());
                where(ExpressionTree.conjuncts(join.condition()));
            }
        } else if (plan instanceof Filter filter) {
            collect(filter.input());
            where(ExpressionTree.conjuncts(filter.condition()));
        } else if (plan instanceof Project project) {
            collect(project.input());
            assign(project.items());
        } else if (plan instanceof Aggregate aggregate) {
            collect(aggregate.input());
            assign(aggregate.keys());
            aggregate.calls().stream()
                    .filter(call -> call.function() == Aggregate.Function.COUNT)
                    .forEach(call -> present.add(new Expression.SlotValue(call.slot())));
        } else if (plan instanceof Sort || plan instanceof Limit || plan instanceof Unnest) {
            collect(plan.inputs().get(0));
        }
    }

    private void assign(List<Assignment> items) {
        for (Assignment item : items) {
            if (test(item.value())) {
                present.add(new Expression.SlotValue(item.slot()));
            }
        }
    }

    private void holds(Expression term) {
        if (term instanceof Expression.Comparison comparison) {
            present.add(comparison.left());
            present.add(comparison.right());
        } else if (term instanceof Expression.Not not && not.term() instanceof Expression.IsNull isNull) {
            present.add(isNull.operand());
        } else if (term instanceof Expression.Like like) {
            present.add(like.operand());
        } else if (term instanceof Expression.InList in) {
            present.add(in.operand());
        }
    }

    /** Tells whether an expression over the rows is certainly not null. */
    public boolean test(Expression expression) {
        if (present.contains(expression)) {
            return true;
        }
        if (expression instanceof Expression.FieldValue field) {
            TableDefinition table = records.get(field.slot().id());
            return table != null && isRequired(table, field.path());
        }
        if (expression instanceof Expression.SlotValue value) {
            return records.containsKey(value.slot().id());
        }
        if (expression instanceof Expression.Literal literal) {
            return literal.value() != null;
        }
        return expression instanceof Expression.Cast cast && test(cast.operand());
    }

    private static boolean isRequired(TableDefinition table, FieldPath path) {
        return table.primaryKey().contains(path)
                || (path.depth() == 1
                        && !table.type().fields().get(path.ordinal(0)).nullable());
    }
}
