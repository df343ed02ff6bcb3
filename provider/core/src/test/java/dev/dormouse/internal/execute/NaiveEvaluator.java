package dev.dormouse.internal.execute;

import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Truth;
import dev.dormouse.store.type.ValueOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a logical plan means, written down as plainly as possible: every node a list of rows, every join a nested loop, every subquery run again
 * for each row. Takes plans that no optimizer has seen.
 */
public final class NaiveEvaluator {

    private final ListStore store;
    private final @Nullable Object[] parameters;
    private final int slots;

    public NaiveEvaluator(ListStore store, Plan plan, @Nullable Object... parameters) {
        this.store = store;
        this.parameters = parameters;
        this.slots = PlanTree.slotCount(plan);
    }

    /** Returns the output of a plan, row by row; records as their values. */
    public List<List<@Nullable Object>> run(Plan plan) {
        return rows(plan, new Object[slots]).stream()
                .map(row -> columns(plan.output(), row))
                .toList();
    }

    private static List<@Nullable Object> columns(List<Slot> output, @Nullable Object[] row) {
        List<@Nullable Object> values = new ArrayList<>();
        output.forEach(slot -> values.add(row[slot.id()]));
        return values;
    }

    private List<@Nullable Object[]> rows(Plan plan, @Nullable Object[] outer) {
        if (plan instanceof Scan scan) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            store.records(scan.table()).values().forEach(r -> rows.add(with(outer, scan.slot(), r)));
            return rows;
        }
        if (plan instanceof Filter filter) {
            return rows(filter.input(), outer).stream()
                    .filter(row -> holds(filter.condition(), row))
                    .toList();
        }
        if (plan instanceof Join join) {
            return join(join, outer);
        }
        if (plan instanceof Project project) {
            return rows(project.input(), outer).stream()
                    .map(row -> project(project.items(), row))
                    .toList();
        }
        if (plan instanceof Aggregate aggregate) {
            return aggregate(aggregate, outer);
        }
        if (plan instanceof Sort sort) {
            List<@Nullable Object[]> rows = new ArrayList<>(rows(sort.input(), outer));
            rows.sort(order(sort.keys()));
            return rows;
        }
        if (plan instanceof Limit limit) {
            long offset = limit.offset().map(e -> (Long) value(e, outer)).orElse(0L);
            long count = limit.count().map(e -> (Long) value(e, outer)).orElse(Long.MAX_VALUE);
            return rows(limit.input(), outer).stream().skip(offset).limit(count).toList();
        }
        return setOperation((SetOperation) plan, outer);
    }

    private List<@Nullable Object[]> join(Join join, @Nullable Object[] outer) {
        List<@Nullable Object[]> pairs = new ArrayList<>();
        for (@Nullable Object[] left : rows(join.left(), outer)) {
            List<@Nullable Object[]> partners = rows(join.right(), left).stream()
                    .filter(row -> holds(join.condition(), row))
                    .toList();
            switch (join.kind()) {
                case INNER -> pairs.addAll(partners);
                case LEFT -> pairs.addAll(partners.isEmpty() ? List.<@Nullable Object[]>of(left) : partners);
                case SEMI -> pairs.addAll(partners.isEmpty() ? List.of() : List.<@Nullable Object[]>of(left));
                case ANTI -> pairs.addAll(partners.isEmpty() ? List.<@Nullable Object[]>of(left) : List.of());
            }
        }
        return pairs;
    }

    private @Nullable Object[] project(List<Assignment> items, @Nullable Object[] row) {
        @Nullable Object[] longer = row.clone();
        items.forEach(item -> longer[item.slot().id()] = value(item.value(), row));
        return longer;
    }

    private List<@Nullable Object[]> aggregate(Aggregate aggregate, @Nullable Object[] outer) {
        Map<List<@Nullable Object>, List<@Nullable Object[]>> groups = new LinkedHashMap<>();
        if (aggregate.keys().isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (@Nullable Object[] row : rows(aggregate.input(), outer)) {
            List<@Nullable Object> key = new ArrayList<>();
            aggregate.keys().forEach(k -> key.add(value(k.value(), row)));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        List<@Nullable Object[]> results = new ArrayList<>();
        groups.forEach((key, rows) -> {
            @Nullable Object[] result = outer.clone();
            for (int i = 0; i < key.size(); i++) {
                result[aggregate.keys().get(i).slot().id()] = key.get(i);
            }
            aggregate.calls().forEach(call -> result[call.slot().id()] = call(call, rows));
            results.add(result);
        });
        return results;
    }

    private @Nullable Object call(Aggregate.Call call, List<@Nullable Object[]> rows) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(value(call.argument(), row)));
        values.removeIf(Objects::isNull);
        List<Object> counted = new ArrayList<>();
        for (Object value : values) {
            if (value != null && !(call.distinct() && counted.contains(value))) {
                counted.add(value);
            }
        }
        Comparator<Object> order = (a, b) -> ValueOrder.compare(BasicType.of(a), a, b);
        return switch (call.function()) {
            case COUNT -> (long) counted.size();
            case SUM ->
                counted.isEmpty()
                        ? null
                        : (Object) counted.stream()
                                .mapToLong(v -> ((Number) v).longValue())
                                .sum();
            case AVG ->
                counted.isEmpty()
                        ? null
                        : (Object) counted.stream()
                                .mapToDouble(v -> ((Number) v).doubleValue())
                                .average()
                                .orElseThrow();
            case MIN -> counted.stream().min(order).orElse(null);
            case MAX -> counted.stream().max(order).orElse(null);
            case FIRST -> throw new AssertionError("depends on the order of rows");
        };
    }

    private Comparator<@Nullable Object[]> order(List<SortKey> keys) {
        return (a, b) -> {
            for (SortKey key : keys) {
                Object x = value(key.value(), a);
                Object y = value(key.value(), b);
                int order = x == null || y == null
                        ? (x == y ? 0 : (x == null) == key.nullsFirst() ? -1 : 1)
                        : ValueOrder.compare((BasicType) key.value().type(), x, y) * (key.descending() ? -1 : 1);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private List<@Nullable Object[]> setOperation(SetOperation operation, @Nullable Object[] outer) {
        List<List<@Nullable Object>> left = new ArrayList<>();
        rows(operation.left(), outer)
                .forEach(r -> left.add(columns(operation.left().output(), r)));
        List<List<@Nullable Object>> right = new ArrayList<>();
        rows(operation.right(), outer)
                .forEach(r -> right.add(columns(operation.right().output(), r)));
        List<List<@Nullable Object>> result = new ArrayList<>();
        switch (operation.kind()) {
            case UNION -> {
                result.addAll(left);
                result.addAll(right);
            }
            case INTERSECT -> left.stream().filter(right::remove).forEach(result::add);
            case EXCEPT -> left.stream().filter(row -> !right.remove(row)).forEach(result::add);
        }
        if (!operation.all() && operation.kind() == SetOperation.Kind.EXCEPT) {
            List<List<@Nullable Object>> excluded = new ArrayList<>();
            rows(operation.right(), outer)
                    .forEach(r -> excluded.add(columns(operation.right().output(), r)));
            result.removeAll(excluded);
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        (operation.all() ? result.stream() : result.stream().distinct()).forEach(values -> {
            @Nullable Object[] row = outer.clone();
            for (int i = 0; i < values.size(); i++) {
                row[operation.slots().get(i).id()] = values.get(i);
            }
            rows.add(row);
        });
        return rows;
    }

    private static @Nullable Object[] with(@Nullable Object[] row, Slot slot, Record value) {
        @Nullable Object[] longer = row.clone();
        longer[slot.id()] = value;
        return longer;
    }

    private boolean holds(Expression condition, @Nullable Object[] row) {
        return compile(condition).test(frame(row)) == Truth.TRUE;
    }

    private @Nullable Object value(Expression expression, @Nullable Object[] row) {
        return compile(expression).value(frame(row));
    }

    private Evaluator compile(Expression expression) {
        return new ExpressionCompiler(this::subquery).compile(expression);
    }

    private Frame frame(@Nullable Object[] row) {
        Frame frame = new Frame(slots, parameters, Instant.EPOCH);
        for (int i = 0; i < slots; i++) {
            frame.set(i, row[i]);
        }
        return frame;
    }

    private Evaluator subquery(Expression expression) {
        Plan query = ExpressionTree.subquery(expression).orElseThrow();
        if (expression instanceof Expression.ScalarQuery) {
            return new Evaluator() {
                @Override
                public @Nullable Object value(Frame frame) {
                    List<List<@Nullable Object>> rows = results(query, frame);
                    return rows.isEmpty() ? null : rows.get(0).get(0);
                }
            };
        }
        return new ConditionEvaluator() {
            @Override
            public Truth test(Frame frame) {
                List<List<@Nullable Object>> rows = results(query, frame);
                if (expression instanceof Expression.Exists) {
                    return Truth.of(!rows.isEmpty());
                }
                if (expression instanceof Expression.InQuery in) {
                    List<@Nullable Object> sought = new ArrayList<>();
                    in.operands().forEach(o -> sought.add(compile(o).value(frame)));
                    return rows.stream().map(row -> equal(sought, row)).reduce(Truth.FALSE, Truth::or);
                }
                Expression.Quantified quantified = (Expression.Quantified) expression;
                Object left = compile(quantified.left()).value(frame);
                List<Truth> each = rows.stream()
                        .map(row -> compare(quantified, left, row.get(0)))
                        .toList();
                return quantified.all()
                        ? each.stream().reduce(Truth.TRUE, Truth::and)
                        : each.stream().reduce(Truth.FALSE, Truth::or);
            }
        };
    }

    private List<List<@Nullable Object>> results(Plan query, Frame frame) {
        @Nullable Object[] outer = new Object[slots];
        Arrays.setAll(outer, frame::slot);
        return rows(query, outer).stream()
                .map(row -> columns(query.output(), row))
                .toList();
    }

    private static Truth compare(Expression.Quantified quantified, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Truth.UNKNOWN;
        }
        return Truth.of(quantified.operator().accepts(ValueOrder.compare(BasicType.of(left), left, right)));
    }

    private static Truth equal(List<@Nullable Object> a, List<@Nullable Object> b) {
        Truth result = Truth.TRUE;
        for (int i = 0; i < a.size(); i++) {
            Object x = a.get(i);
            Object y = b.get(i);
            result = result.and(x == null || y == null ? Truth.UNKNOWN : Truth.of(x.equals(y)));
        }
        return result;
    }
}
