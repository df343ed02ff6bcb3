package dev.dormouse.store.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Walks and rebuilds plans: the one place that knows the inputs and expressions of each kind of node. */
public final class PlanTree {

    private PlanTree() {}

    /** Returns a node with each input replaced; the same object if all stay the same objects. */
    public static Plan mapInputs(Plan plan, UnaryOperator<Plan> mapping) {
        if (plan instanceof Join p) {
            Plan left = mapping.apply(p.left());
            Plan right = mapping.apply(p.right());
            return left == p.left() && right == p.right()
                    ? p
                    : new Join(left, right, p.kind(), p.condition(), p.strategy());
        }
        if (plan instanceof SetOperation p) {
            Plan left = mapping.apply(p.left());
            Plan right = mapping.apply(p.right());
            return left == p.left() && right == p.right()
                    ? p
                    : new SetOperation(p.kind(), p.all(), left, right, p.slots());
        }
        if (plan.inputs().isEmpty()) {
            return plan;
        }
        Plan input = plan.inputs().get(0);
        Plan mapped = mapping.apply(input);
        return mapped == input ? plan : withInput(plan, mapped);
    }

    private static Plan withInput(Plan plan, Plan input) {
        if (plan instanceof Filter p) {
            return new Filter(input, p.condition());
        }
        if (plan instanceof Unnest p) {
            return new Unnest(input, p.array(), p.element(), p.position(), p.outer());
        }
        if (plan instanceof Aggregate p) {
            return new Aggregate(input, p.keys(), p.calls());
        }
        if (plan instanceof Window p) {
            return new Window(input, p.keys(), p.calls());
        }
        if (plan instanceof Sort p) {
            return new Sort(input, p.keys(), p.ordered());
        }
        if (plan instanceof Limit p) {
            return new Limit(input, p.offset(), p.count());
        }
        if (plan instanceof Project p) {
            return new Project(input, p.items());
        }
        if (plan instanceof Modify p) {
            return new Modify(input, p.target(), p.action());
        }
        throw new AssertionError("no node with one input: " + plan);
    }

    /** Returns the expressions of a node itself, not of its inputs: conditions, keys, items, bounds of the access. */
    public static List<Expression> expressions(Plan plan) {
        List<Expression> all = new ArrayList<>();
        mapExpressions(plan, e -> {
            all.add(e);
            return e;
        });
        return all;
    }

    /** Returns a node with each of its own expressions replaced; the same object if all stay the same objects. */
    public static Plan mapExpressions(Plan plan, UnaryOperator<Expression> mapping) {
        if (plan instanceof Scan p) {
            Access access = AccessTree.mapExpressions(p.access(), mapping);
            return access == p.access() ? p : new Scan(p.table(), p.slot(), access);
        }
        if (plan instanceof Filter p) {
            Expression condition = mapping.apply(p.condition());
            return condition == p.condition() ? p : new Filter(p.input(), condition);
        }
        if (plan instanceof Join p) {
            Expression condition = mapping.apply(p.condition());
            Join.Strategy strategy = mapStrategy(p.strategy(), mapping);
            return condition == p.condition() && strategy == p.strategy()
                    ? p
                    : new Join(p.left(), p.right(), p.kind(), condition, strategy);
        }
        if (plan instanceof Unnest p) {
            Expression array = mapping.apply(p.array());
            return array == p.array() ? p : new Unnest(p.input(), array, p.element(), p.position(), p.outer());
        }
        if (plan instanceof Project p) {
            List<Assignment> items = mapAssignments(p.items(), mapping);
            return items == p.items() ? p : new Project(p.input(), items);
        }
        if (plan instanceof Limit p) {
            Optional<Expression> offset = ExpressionTree.mapOptional(p.offset(), mapping);
            Optional<Expression> count = ExpressionTree.mapOptional(p.count(), mapping);
            return offset.equals(p.offset()) && count.equals(p.count()) ? p : new Limit(p.input(), offset, count);
        }
        return mapLists(plan, mapping);
    }

    private static Plan mapLists(Plan plan, UnaryOperator<Expression> mapping) {
        if (plan instanceof Aggregate p) {
            List<Assignment> keys = mapAssignments(p.keys(), mapping);
            List<Aggregate.Call> calls = mapCalls(p.calls(), mapping);
            return keys == p.keys() && calls == p.calls() ? p : new Aggregate(p.input(), keys, calls);
        }
        if (plan instanceof Window p) {
            List<Expression> keys = mapEach(p.keys(), mapping);
            List<Aggregate.Call> calls = mapCalls(p.calls(), mapping);
            return keys == p.keys() && calls == p.calls() ? p : new Window(p.input(), keys, calls);
        }
        if (plan instanceof Sort p) {
            List<SortKey> keys = mapEach(p.keys(), k -> {
                Expression value = mapping.apply(k.value());
                return value == k.value() ? k : new SortKey(value, k.descending(), k.nullsFirst());
            });
            return keys == p.keys() ? p : new Sort(p.input(), keys, p.ordered());
        }
        if (plan instanceof Modify p && p.action() instanceof Modify.Action.Update update) {
            List<Modify.FieldAssignment> assignments = mapEach(update.assignments(), a -> {
                Expression value = mapping.apply(a.value());
                return value == a.value() ? a : new Modify.FieldAssignment(a.path(), value);
            });
            return assignments == update.assignments()
                    ? p
                    : new Modify(p.input(), p.target(), new Modify.Action.Update(assignments));
        }
        return plan;
    }

    private static Join.Strategy mapStrategy(Join.Strategy strategy, UnaryOperator<Expression> mapping) {
        if (strategy instanceof Join.Strategy.Hash hash) {
            List<Expression> left = ExpressionTree.map(hash.leftKeys(), mapping);
            List<Expression> right = ExpressionTree.map(hash.rightKeys(), mapping);
            return left == hash.leftKeys() && right == hash.rightKeys() ? hash : new Join.Strategy.Hash(left, right);
        }
        if (strategy instanceof Join.Strategy.NullAwareHash hash) {
            List<Expression> left = ExpressionTree.map(hash.leftKeys(), mapping);
            List<Expression> right = ExpressionTree.map(hash.rightKeys(), mapping);
            return left == hash.leftKeys() && right == hash.rightKeys()
                    ? hash
                    : new Join.Strategy.NullAwareHash(left, right);
        }
        if (strategy instanceof Join.Strategy.Batch batch) {
            List<Expression> left = ExpressionTree.map(batch.leftKeys(), mapping);
            List<Expression> right = ExpressionTree.map(batch.rightKeys(), mapping);
            return left == batch.leftKeys() && right == batch.rightKeys()
                    ? batch
                    : new Join.Strategy.Batch(left, right, batch.places());
        }
        return strategy;
    }

    private static List<Assignment> mapAssignments(List<Assignment> items, UnaryOperator<Expression> mapping) {
        return mapEach(items, a -> {
            Expression value = mapping.apply(a.value());
            return value == a.value() ? a : new Assignment(a.slot(), value);
        });
    }

    private static List<Aggregate.Call> mapCalls(List<Aggregate.Call> calls, UnaryOperator<Expression> mapping) {
        return mapEach(calls, c -> {
            Expression argument = mapping.apply(c.argument());
            return argument == c.argument() ? c : new Aggregate.Call(c.slot(), c.function(), c.distinct(), argument);
        });
    }

    private static <T> List<T> mapEach(List<T> items, UnaryOperator<T> mapping) {
        boolean same = true;
        List<T> mapped = new ArrayList<>(items.size());
        for (T item : items) {
            T result = mapping.apply(item);
            mapped.add(result);
            same &= result == item;
        }
        return same ? items : mapped;
    }

    /** Rebuilds a plan from the scans up; plans of subqueries are left alone. */
    public static Plan rewrite(Plan plan, UnaryOperator<Plan> mapping) {
        return mapping.apply(mapInputs(plan, input -> rewrite(input, mapping)));
    }

    /** Replaces every expression in a plan; plans of subqueries are left alone. */
    public static Plan rewriteExpressions(Plan plan, UnaryOperator<Expression> mapping) {
        return rewrite(plan, node -> mapExpressions(node, mapping));
    }

    /** Tells whether a node of the plan satisfies a test; does not look into subqueries. */
    public static boolean anyMatch(Plan plan, Predicate<Plan> test) {
        return test.test(plan) || plan.inputs().stream().anyMatch(input -> anyMatch(input, test));
    }

    /** Tells whether an expression of the plan has a subquery. */
    public static boolean hasSubquery(Plan plan) {
        return anyMatch(plan, node -> expressions(node).stream().anyMatch(ExpressionTree::hasSubquery));
    }

    /** Returns the ids of all slots that nodes of the plan fill, also those that are no output; not those of subqueries. */
    public static BitSet filledSlots(Plan plan) {
        BitSet slots = new BitSet();
        collectFilled(plan, slots);
        return slots;
    }

    private static void collectFilled(Plan plan, BitSet slots) {
        plan.inputs().forEach(input -> collectFilled(input, slots));
        if (plan instanceof Scan p) {
            slots.set(p.slot().id());
        } else if (plan instanceof Unnest p) {
            slots.set(p.element().id());
            p.position().ifPresent(slot -> slots.set(slot.id()));
        } else if (plan instanceof Aggregate || plan instanceof Project || plan instanceof SetOperation) {
            plan.output().forEach(slot -> slots.set(slot.id()));
        } else if (plan instanceof Window p) {
            p.calls().forEach(call -> slots.set(call.slot().id()));
        } else if (plan instanceof Join p && p.strategy() instanceof Join.Strategy.Batch batch) {
            batch.places().forEach(slot -> slots.set(slot.id()));
        }
    }

    /** Returns the ids of the slots that the plan reads and does not fill: those of the query around it, or of the left side of a join. */
    public static BitSet freeSlots(Plan plan) {
        BitSet slots = new BitSet();
        collectRead(plan, slots);
        slots.andNot(filledSlots(plan));
        return slots;
    }

    private static void collectRead(Plan plan, BitSet slots) {
        plan.inputs().forEach(input -> collectRead(input, slots));
        expressions(plan).forEach(e -> slots.or(ExpressionTree.slots(e)));
    }

    /** Returns one more than the highest slot id of the plan and its subqueries: the size of its frame. */
    public static int slotCount(Plan plan) {
        int count = filledSlots(plan).length();
        for (Plan input : plan.inputs()) {
            count = Math.max(count, slotCount(input));
        }
        for (Expression expression : expressions(plan)) {
            count = Math.max(count, slotCount(expression));
        }
        return count;
    }

    private static int slotCount(Expression expression) {
        int count = ExpressionTree.slots(expression).length();
        count = Math.max(
                count,
                ExpressionTree.subquery(expression).map(PlanTree::slotCount).orElse(0));
        for (Expression child : ExpressionTree.children(expression)) {
            count = Math.max(count, slotCount(child));
        }
        return count;
    }
}
