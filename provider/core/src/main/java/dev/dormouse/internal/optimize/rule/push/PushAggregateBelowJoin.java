package dev.dormouse.internal.optimize.rule.push;

import dev.dormouse.internal.optimize.access.AccessPaths;
import dev.dormouse.internal.optimize.access.JoinTerms;
import dev.dormouse.internal.optimize.access.PlanEstimate;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups the rows of one side before they are joined, by what they are joined by, where that leaves far fewer; the groups are put together afterwards.
 *
 * <pre>
 * Aggregate n = count(*), s = sum(l.v) by k = r.name
 *   Join inner on l.x = r.id
 *     L
 *     R
 * ->
 * Aggregate n = sum(n1), s = sum(s1) by k = r.name
 *   Join inner on x1 = r.id
 *     Aggregate n1 = count(*), s1 = sum(l.v) by x1 = l.x
 *       L
 *     R
 * </pre>
 */
public final class PushAggregateBelowJoin implements Rule {

    /** By how much the groups must be fewer than the rows. */
    private static final double FEWER = 4;

    /** Sums that do not depend on the order in which they are added up. */
    private static final Set<BasicType> EXACT =
            Set.of(BasicType.INTEGER, BasicType.LONG, BasicType.BIG_INTEGER, BasicType.DECIMAL);

    @Override
    public Plan apply(Plan node, RuleContext context) {
        if (!(node instanceof Aggregate aggregate)
                || aggregate.keys().isEmpty()
                || aggregate.calls().isEmpty()
                || !(aggregate.input() instanceof Join join)
                || join.kind() != Join.Kind.INNER
                || !(join.strategy() instanceof Join.Strategy.Loop)) {
            return node;
        }
        JoinTerms terms = JoinTerms.of(join);
        if (!terms.isHashable()
                || terms.equal().terms().size()
                        != ExpressionTree.conjuncts(join.condition()).size()) {
            return node;
        }
        return Side.of(aggregate, join.left(), join.right(), terms.equal().left(), context)
                .or(() -> Side.of(
                        aggregate, join.right(), join.left(), terms.equal().right(), context))
                .map(side -> side.grouped(join))
                .filter(grouped -> PlanEstimate.of(grouped, context.estimates()).cost()
                        < PlanEstimate.of(aggregate, context.estimates()).cost())
                .orElse(node);
    }

    /** The side whose rows are grouped. */
    private static final class Side {
        private final Aggregate aggregate;
        private final Plan rows;
        private final BitSet slots;
        private final RuleContext context;
        private final Map<Expression, Slot> keys = new LinkedHashMap<>();
        private final List<Aggregate.Call> parts = new ArrayList<>();

        private Side(Aggregate aggregate, Plan rows, RuleContext context) {
            this.aggregate = aggregate;
            this.rows = rows;
            this.slots = PlanTree.filledSlots(rows);
            this.context = context;
        }

        static Optional<Side> of(
                Aggregate aggregate, Plan rows, Plan others, List<Expression> joined, RuleContext context) {
            Side side = new Side(aggregate, rows, context);
            boolean known = AccessPaths.openScan(rows).isPresent()
                    && !PlanTree.hasSubquery(rows)
                    && aggregate.calls().stream().allMatch(side::canBePutTogether)
                    && aggregate.keys().stream()
                            .allMatch(key -> side.isApart(key.value(), PlanTree.filledSlots(others)));
            if (!known) {
                return Optional.empty();
            }
            joined.forEach(side::key);
            aggregate.keys().stream()
                    .map(Assignment::value)
                    .filter(value -> ExpressionTree.slots(value).intersects(side.slots))
                    .forEach(side::key);
            if (!side.keys.keySet().stream().allMatch(Side::isRead)) {
                return Optional.empty();
            }
            double all = PlanEstimate.of(rows, context.estimates()).rows();
            double groups = context.estimates().combinations(List.copyOf(side.keys.keySet()), List.of());
            return groups * FEWER < all ? Optional.of(side) : Optional.empty();
        }

        private void key(Expression value) {
            keys.computeIfAbsent(value, v -> context.newSlot("key", v.type()));
        }

        /** A group's record would be that of any of its rows. */
        private boolean isApart(Expression key, BitSet others) {
            BitSet read = ExpressionTree.slots(key);
            return !read.intersects(slots) || (!read.intersects(others) && key.type() instanceof BasicType);
        }

        /** What is computed may fail, and must not for a row that has no partner; an integer that is widened, as in a sum, does not. */
        private static boolean isRead(Expression value) {
            boolean isWidened = value instanceof Expression.Cast cast
                    && cast.type() == BasicType.LONG
                    && cast.operand().type() == BasicType.INTEGER
                    && isRead(cast.operand());
            return isWidened
                    || value instanceof Expression.FieldValue
                    || value instanceof Expression.SlotValue
                    || value instanceof Expression.Literal;
        }

        private boolean canBePutTogether(Aggregate.Call call) {
            BitSet elsewhere = ExpressionTree.slots(call.argument());
            elsewhere.andNot(slots);
            if (call.distinct() || !elsewhere.isEmpty() || !isRead(call.argument())) {
                return false;
            }
            return switch (call.function()) {
                case COUNT, MIN, MAX -> true;
                case SUM -> call.slot().type() instanceof BasicType type && EXACT.contains(type);
                case AVG, FIRST -> false;
            };
        }

        Plan grouped(Join join) {
            List<Aggregate.Call> whole = new ArrayList<>();
            aggregate.calls().forEach(call -> whole.add(together(call)));
            List<Assignment> below = new ArrayList<>();
            keys.forEach((value, slot) -> below.add(new Assignment(slot, value)));
            Plan groups = new Aggregate(rows, below, parts);
            Expression condition = ExpressionTree.rewrite(join.condition(), this::ofGroup);
            Plan left = join.left() == rows ? groups : join.left();
            Plan right = join.right() == rows ? groups : join.right();
            List<Assignment> above = aggregate.keys().stream()
                    .map(key -> new Assignment(key.slot(), ExpressionTree.rewrite(key.value(), this::ofGroup)))
                    .toList();
            return new Aggregate(new Join(left, right, join.kind(), condition, join.strategy()), above, whole);
        }

        private Expression ofGroup(Expression value) {
            Slot slot = keys.get(value);
            return slot == null ? value : new Expression.SlotValue(slot);
        }

        /** Adds what is computed of a group below, and returns what makes the whole of it. */
        private Aggregate.Call together(Aggregate.Call call) {
            StoreType type = call.slot().type() == BasicType.INTEGER && call.function() == Aggregate.Function.SUM
                    ? BasicType.LONG
                    : call.slot().type();
            Slot part = context.newSlot("part", type);
            parts.add(new Aggregate.Call(part, call.function(), false, call.argument()));
            Aggregate.Function function =
                    call.function() == Aggregate.Function.COUNT ? Aggregate.Function.SUM : call.function();
            return new Aggregate.Call(call.slot(), function, false, new Expression.SlotValue(part));
        }
    }
}
