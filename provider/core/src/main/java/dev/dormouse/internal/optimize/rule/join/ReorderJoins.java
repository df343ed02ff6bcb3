package dev.dormouse.internal.optimize.rule.join;

import dev.dormouse.internal.optimize.access.Estimates;
import dev.dormouse.internal.optimize.access.PlanEstimate;
import dev.dormouse.internal.optimize.rule.Rule;
import dev.dormouse.internal.optimize.rule.RuleContext;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.Unnest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Joins first what leaves few rows: tries each input of a tree of inner joins as the first one and takes greedily what is cheapest next. The order
 * as written stays unless another is estimated to be much less work.
 *
 * <pre>
 * Join inner on a.x = b.x
 *   Join inner on a.y = c.y
 *     A
 *     C
 *   B (few rows)
 * ->
 * Join inner on a.y = c.y
 *   Join inner on a.x = b.x
 *     B
 *     A
 *   C
 * </pre>
 *
 * Works below nodes for which the order of columns does not matter.
 */
public final class ReorderJoins implements Rule {

    private static final double MUCH_LESS = 0.5;
    private static final int MOST_INPUTS = 10;

    @Override
    public Plan apply(Plan node, RuleContext context) {
        boolean namesColumns = node instanceof Project || node instanceof Aggregate || node instanceof Modify;
        return namesColumns ? PlanTree.mapInputs(node, input -> reorder(input, context.estimates())) : node;
    }

    private static Plan reorder(Plan plan, Estimates estimates) {
        if (plan instanceof Scan
                || plan instanceof Project
                || plan instanceof Aggregate
                || plan instanceof SetOperation) {
            return plan;
        }
        if (plan instanceof Join join && isOpen(join)) {
            Tree tree = new Tree(new ArrayList<>(), new ArrayList<>());
            tree.collect(join);
            Plan better = tree.inputs().size() <= MOST_INPUTS && tree.isFree() ? tree.best(join, estimates) : join;
            return better != join ? better : reorderInputs(join, estimates);
        }
        return PlanTree.mapInputs(plan, input -> reorder(input, estimates));
    }

    /** Goes on at the inputs of the tree; a part of the tree is never looked at by itself. */
    private static Plan reorderInputs(Plan plan, Estimates estimates) {
        return plan instanceof Join join && isOpen(join)
                ? PlanTree.mapInputs(join, input -> reorderInputs(input, estimates))
                : reorder(plan, estimates);
    }

    private static boolean isOpen(Join join) {
        return join.kind() == Join.Kind.INNER && join.strategy() instanceof Join.Strategy.Loop;
    }

    /** The inputs of a tree of inner joins and all of its conditions. */
    private record Tree(List<Plan> inputs, List<Expression> terms) {

        void collect(Plan plan) {
            if (plan instanceof Join join && isOpen(join)) {
                collect(join.left());
                collect(join.right());
                terms.addAll(ExpressionTree.conjuncts(join.condition()));
            } else {
                inputs.add(plan);
            }
        }

        /** Tells whether no input reads slots of another one. */
        boolean isFree() {
            BitSet filled = new BitSet();
            inputs.forEach(input -> filled.or(PlanTree.filledSlots(input)));
            return inputs.stream().noneMatch(input -> PlanTree.freeSlots(input).intersects(filled));
        }

        Plan best(Join asWritten, Estimates estimates) {
            Plan best = asWritten;
            double least = PlanEstimate.of(asWritten, estimates).cost() * MUCH_LESS;
            List<Plan> starts = isOrdered(inputs.get(0)) ? inputs.subList(0, 1) : inputs;
            for (Plan first : starts) {
                Plan candidate = greedy(first, estimates);
                double cost = PlanEstimate.of(candidate, estimates).cost();
                if (cost < least) {
                    least = cost;
                    best = candidate;
                }
            }
            return best;
        }

        /** Tells whether the rows of the first input have an order, which a join keeps and which must not be lost. */
        private static boolean isOrdered(Plan first) {
            boolean passes = first instanceof Filter
                    || first instanceof Join
                    || first instanceof Project
                    || first instanceof Unnest;
            return first instanceof Sort
                    || first instanceof Limit
                    || (passes && isOrdered(first.inputs().get(0)));
        }

        private Plan greedy(Plan first, Estimates estimates) {
            List<Plan> left = new ArrayList<>(inputs);
            List<Expression> open = new ArrayList<>(terms);
            left.remove(first);
            Plan joined = first;
            while (!left.isEmpty()) {
                Join next = next(joined, left, open, estimates);
                left.remove(next.right());
                open.removeAll(ExpressionTree.conjuncts(next.condition()));
                joined = next;
            }
            return joined;
        }

        private static Join next(Plan joined, List<Plan> left, List<Expression> open, Estimates estimates) {
            Join best = null;
            double least = Double.MAX_VALUE;
            for (Plan input : left) {
                Join candidate = join(joined, input, left, open);
                PlanEstimate estimate = PlanEstimate.of(candidate, estimates);
                double weight = estimate.cost() + estimate.rows();
                if (best == null || weight < least) {
                    best = candidate;
                    least = weight;
                }
            }
            return Objects.requireNonNull(best);
        }

        private static Join join(Plan joined, Plan input, List<Plan> left, List<Expression> open) {
            BitSet missing = new BitSet();
            left.forEach(other -> missing.or(PlanTree.filledSlots(other)));
            missing.andNot(PlanTree.filledSlots(input));
            List<Expression> condition = new ArrayList<>();
            for (Expression term : open) {
                if (!ExpressionTree.slots(term).intersects(missing)) {
                    condition.add(term);
                }
            }
            return Join.of(joined, input, Join.Kind.INNER, ExpressionTree.conjunction(condition));
        }
    }
}
