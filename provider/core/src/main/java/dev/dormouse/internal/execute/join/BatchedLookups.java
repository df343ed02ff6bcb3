package dev.dormouse.internal.execute.join;

import dev.dormouse.store.plan.Access;
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
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Unnest;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the look-ups of a join's left rows go together. What else the right side reads of a left row becomes a condition of the pairs. What a scalar subquery
 * aggregates of what it looks up is joined in the same way, as a group for each key.
 *
 * <pre>
 * Join inner                               Join inner batch l.x = r.id on r.y &lt; l.y
 *   L                                        L
 *   Filter r.y &lt; l.y and r.z = 1   -&gt;   Filter r.z = 1
 *     Scan R r by key: id = l.x                Scan R r by key: id in keys1
 * </pre>
 */
public final class BatchedLookups {

    private int nextSlot;

    private BatchedLookups(int firstSlot) {
        this.nextSlot = firstSlot;
    }

    /** Rewrites a plan whose accesses are chosen. */
    public static Plan in(Plan plan) {
        return new BatchedLookups(PlanTree.slotCount(plan)).visit(plan);
    }

    private Plan visit(Plan plan) {
        return PlanTree.rewrite(plan, node -> {
            Plan inside = PlanTree.mapExpressions(node, e -> ExpressionTree.mapSubqueries(e, this::visit));
            if (inside instanceof Filter || inside instanceof Project) {
                return withoutScalars(inside);
            }
            return inside instanceof Join join && join.strategy() instanceof Join.Strategy.Loop
                    ? batched(join)
                    : inside;
        });
    }

    /** Joins what scalar subqueries aggregate for many rows together. */
    private Plan withoutScalars(Plan node) {
        Plan current = node;
        for (Expression expression : PlanTree.expressions(node)) {
            for (Expression.ScalarQuery query : scalars(expression)) {
                current = joined(current, query);
            }
        }
        return current == node || current instanceof Project ? current : withOutput(node.output(), current);
    }

    private static List<Expression.ScalarQuery> scalars(Expression expression) {
        if (expression instanceof Expression.ScalarQuery query) {
            return List.of(query);
        }
        List<Expression.ScalarQuery> found = new ArrayList<>();
        ExpressionTree.children(expression).forEach(child -> found.addAll(scalars(child)));
        return found;
    }

    private static Plan withOutput(List<Slot> output, Plan plan) {
        return new Project(
                plan,
                output.stream()
                        .map(slot -> new Assignment(slot, new Expression.SlotValue(slot)))
                        .toList());
    }

    /** Returns the node over a join with a subquery's groups, one for each key; the node itself where the subquery is none that can be grouped. */
    private Plan joined(Plan node, Expression.ScalarQuery query) {
        Plan top = query.query();
        Plan below = top instanceof Project project ? project.input() : top;
        Plan input = node.inputs().get(0);
        BitSet left = PlanTree.filledSlots(input);
        if (!(below instanceof Aggregate aggregate)
                || !aggregate.keys().isEmpty()
                || aggregate.calls().stream()
                        .anyMatch(call -> ExpressionTree.slots(call.argument()).intersects(left))) {
            return node;
        }
        RightSide right = new RightSide(left);
        Plan rows = right.together(aggregate.input());
        if (rows == null || !right.ofPairs.isEmpty()) {
            return node;
        }
        Plan grouped = OwnGroups.of(input, rows, aggregate, right.leftKeys, right.rightKeys)
                .orElseGet(() -> grouped(input, rows, aggregate, right));
        Expression value = top instanceof Project project
                ? project.items().get(0).value()
                : new Expression.SlotValue(aggregate.calls().get(0).slot());
        Expression computed = zeroForNoGroup(value, aggregate);
        Plan replaced =
                PlanTree.mapExpressions(node, e -> ExpressionTree.rewrite(e, part -> part == query ? computed : part));
        return PlanTree.mapInputs(replaced, i -> grouped);
    }

    /** Joins each row with the group of its key. */
    private Plan grouped(Plan input, Plan rows, Aggregate aggregate, RightSide right) {
        List<Assignment> keys = right.rightKeys.stream()
                .map(key -> new Assignment(new Slot(nextSlot, "key" + nextSlot++, key.type()), key))
                .toList();
        return new Join(
                input,
                new Aggregate(rows, keys, aggregate.calls()),
                Join.Kind.LEFT,
                Expression.Literal.TRUE,
                new Join.Strategy.Batch(
                        right.leftKeys,
                        keys.stream()
                                .map(key -> (Expression) new Expression.SlotValue(key.slot()))
                                .toList(),
                        right.places));
    }

    /** A count is zero where there is no group. */
    private static Expression zeroForNoGroup(Expression value, Aggregate aggregate) {
        return ExpressionTree.rewrite(
                value,
                part -> part instanceof Expression.SlotValue read
                                && aggregate.calls().stream()
                                        .anyMatch(call -> call.slot().equals(read.slot())
                                                && call.function() == Aggregate.Function.COUNT)
                        ? new Expression.Coalesce(List.of(part, new Expression.Literal(BasicType.LONG, 0L)))
                        : part);
    }

    private Join batched(Join join) {
        RightSide right = new RightSide(PlanTree.filledSlots(join.left()));
        Plan together = right.together(join.right());
        if (together == null) {
            return join;
        }
        List<Expression> condition = new ArrayList<>(ExpressionTree.conjuncts(join.condition()));
        condition.addAll(right.ofPairs);
        return new Join(
                join.left(),
                together,
                join.kind(),
                ExpressionTree.conjunction(condition),
                new Join.Strategy.Batch(right.leftKeys, right.rightKeys, right.places));
    }

    /** What of a right side is opened for all rows, and what is left for each. */
    private final class RightSide {
        private final BitSet left;
        private final List<Expression> ofPairs = new ArrayList<>();
        private final List<Expression> leftKeys = new ArrayList<>();
        private final List<Expression> rightKeys = new ArrayList<>();
        private final List<Slot> places = new ArrayList<>();

        RightSide(BitSet left) {
            this.left = left;
        }

        private boolean readsLeft(Expression expression) {
            return ExpressionTree.slots(expression).intersects(left);
        }

        /** Returns the plan of all rows; null where one row's rows are not found by a key, or depend on it in other places than conditions. */
        private @Nullable Plan together(Plan plan) {
            if (plan instanceof Scan scan) {
                return together(scan);
            }
            if (plan instanceof Filter filter) {
                return together(filter);
            }
            boolean passes = plan instanceof Unnest || plan instanceof Join;
            if (!passes || PlanTree.expressions(plan).stream().anyMatch(this::readsLeft)) {
                return null;
            }
            if (plan instanceof Join join && PlanTree.freeSlots(join.right()).intersects(left)) {
                return null;
            }
            Plan first = plan.inputs().get(0);
            Plan all = together(first);
            return all == null ? null : PlanTree.mapInputs(plan, input -> input == first ? all : input);
        }

        private @Nullable Plan together(Filter filter) {
            List<Expression> ofAll = new ArrayList<>();
            for (Expression term : ExpressionTree.conjuncts(filter.condition())) {
                (readsLeft(term) ? ofPairs : ofAll).add(term);
            }
            Plan input = together(filter.input());
            return input == null ? null : filtered(input, ofAll);
        }

        private static Plan filtered(Plan input, List<Expression> terms) {
            return terms.isEmpty() ? input : new Filter(input, ExpressionTree.conjunction(terms));
        }

        private @Nullable Plan together(Scan scan) {
            Access access = scan.access();
            if (access instanceof Access.KeyLookup lookup) {
                return together(scan, lookup.key(), Optional.empty());
            }
            if (access instanceof Access.KeyRange keys && !keys.reverse()) {
                return together(scan, keys.range(), scan.table().primaryKey(), Optional.empty());
            }
            if (access instanceof Access.IndexRange entries && !entries.reverse()) {
                List<FieldPath> paths =
                        entries.index().parts().stream().map(IndexPart::path).toList();
                return together(scan, entries.range(), paths, Optional.of(entries));
            }
            return null;
        }

        private @Nullable Plan together(
                Scan scan, Access.Range range, List<FieldPath> paths, Optional<Access.IndexRange> entries) {
            List<Access.Bound> prefix = range.prefix();
            boolean exact = prefix.stream().noneMatch(Access.Bound::nullMatches)
                    && range.lower().stream().noneMatch(Access.Bound::nullMatches)
                    && range.upper().stream().noneMatch(Access.Bound::nullMatches)
                    && paths.stream().limit(prefix.size() + 1L).noneMatch(FieldPath::isArray);
            if (!exact) {
                return null;
            }
            List<Expression> bounds = bounds(scan, range, paths);
            List<Expression> ofAll = new ArrayList<>();
            bounds.forEach(term -> (readsLeft(term) ? ofPairs : ofAll).add(term));
            List<Expression> values = prefix.stream().map(Access.Bound::value).toList();
            Plan found = together(scan, values, entries);
            return found == null ? null : filtered(found, ofAll);
        }

        /** Returns the bounds of the part after the prefix as conditions. */
        private static List<Expression> bounds(Scan scan, Access.Range range, List<FieldPath> paths) {
            List<Expression> terms = new ArrayList<>();
            int part = range.prefix().size();
            range.lower()
                    .ifPresent(bound -> terms.add(new Expression.Comparison(
                            bound.inclusive() ? ComparisonOperator.GREATER_OR_EQUAL : ComparisonOperator.GREATER,
                            new Expression.FieldValue(scan.slot(), paths.get(part)),
                            bound.value())));
            range.upper()
                    .ifPresent(bound -> terms.add(new Expression.Comparison(
                            bound.inclusive() ? ComparisonOperator.LESS_OR_EQUAL : ComparisonOperator.LESS,
                            new Expression.FieldValue(scan.slot(), paths.get(part)),
                            bound.value())));
            return terms;
        }

        private @Nullable Plan together(Scan scan, List<Expression> values, Optional<Access.IndexRange> entries) {
            if (values.stream().noneMatch(this::readsLeft)) {
                return null;
            }
            List<Expression> parts = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                int part = i;
                FieldPath path = entries.map(
                                range -> range.index().parts().get(part).path())
                        .orElseGet(() -> scan.table().primaryKey().get(part));
                Slot place = new Slot(nextSlot, "keys" + nextSlot, new ArrayType(path.type()));
                nextSlot++;
                leftKeys.add(values.get(i));
                rightKeys.add(new Expression.FieldValue(scan.slot(), path));
                places.add(place);
                parts.add(new Expression.SlotValue(place));
            }
            Access access = new Access.PrefixList(entries.map(Access.IndexRange::index), parts);
            return new Scan(scan.table(), scan.slot(), access);
        }
    }
}
