package dev.dormouse.internal.optimize.rule.search;

import dev.dormouse.internal.optimize.access.AccessPaths;
import dev.dormouse.internal.optimize.access.Estimates;
import dev.dormouse.internal.optimize.access.JoinTerms;
import dev.dormouse.internal.optimize.access.RowBound;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.plan.Unnest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The input of a sort, and the node in it whose order the rows have: the first one, or where there is no more than one row on the left of a join,
 * that of the right side, which then searches for its partners.
 *
 * @param plan the input
 * @param chain the nodes from the input down to the one whose order is kept
 * @param settled the slots that are the same in all rows, since the left side that fills them has but one
 */
record OrderedInput(Plan plan, List<Plan> chain, BitSet settled) {

    static OrderedInput of(Plan input, Estimates estimates) {
        boolean ends = AccessPaths.openScan(input).isPresent()
                || !(input instanceof Filter
                        || input instanceof Join
                        || input instanceof Project
                        || input instanceof Unnest);
        if (ends) {
            return new OrderedInput(input, List.of(input), new BitSet());
        }
        if (input instanceof Join join && isOrderedByRight(join, estimates)) {
            Join searching = JoinTerms.of(join).searching();
            OrderedInput right = of(searching.right(), estimates);
            BitSet settled = PlanTree.filledSlots(join.left());
            settled.or(right.settled);
            Plan whole = new Join(
                    searching.left(), right.plan, searching.kind(), searching.condition(), searching.strategy());
            return above(whole, right, settled);
        }
        OrderedInput first = of(input.inputs().get(0), estimates);
        Plan whole = PlanTree.mapInputs(input, i -> i == input.inputs().get(0) ? first.plan : i);
        return above(whole, first, first.settled);
    }

    private static boolean isOrderedByRight(Join join, Estimates estimates) {
        boolean pairs = join.kind() == Join.Kind.INNER || join.kind() == Join.Kind.LEFT;
        return pairs
                && join.strategy() instanceof Join.Strategy.Loop
                && RowBound.isAtMostOne(join.left(), estimates)
                && !JoinTerms.of(join).findsAtMostOne(estimates);
    }

    private static OrderedInput above(Plan node, OrderedInput below, BitSet settled) {
        List<Plan> chain = new ArrayList<>();
        chain.add(node);
        chain.addAll(below.chain);
        return new OrderedInput(node, chain, settled);
    }

    /** Returns the node whose order is kept: one that can be walked if it is an open scan. */
    Plan leaf() {
        return chain.get(chain.size() - 1);
    }

    /** Returns the keys that decide something. */
    List<SortKey> deciding(List<SortKey> keys) {
        return keys.stream()
                .filter(key -> {
                    BitSet slots = ExpressionTree.slots(key.value());
                    slots.andNot(settled);
                    return !slots.isEmpty() || ExpressionTree.hasSubquery(key.value());
                })
                .toList();
    }

    /** Tells whether each record of the leaf makes at most one row. */
    boolean makesRowsOnce(Estimates estimates) {
        for (int i = 0; i + 1 < chain.size(); i++) {
            Plan node = chain.get(i);
            boolean first = node.inputs().get(0) == chain.get(i + 1);
            boolean once = node instanceof Join join
                    ? !first
                            || join.kind() == Join.Kind.SEMI
                            || join.kind() == Join.Kind.ANTI
                            || JoinTerms.of(join).findsAtMostOne(estimates)
                    : !(node instanceof Unnest);
            if (!once) {
                return false;
            }
        }
        return true;
    }

    /** Returns the input with another plan in the place of the leaf; joins search for their partners if few rows are wanted. */
    Plan walked(Plan walk, boolean fewRows, Estimates estimates) {
        Plan below = walk;
        for (int i = chain.size() - 2; i >= 0; i--) {
            Plan old = chain.get(i + 1);
            Plan changed = below;
            Plan node = PlanTree.mapInputs(chain.get(i), input -> input == old ? changed : input);
            boolean undecided = node instanceof Join join && join.strategy() instanceof Join.Strategy.Loop;
            below = undecided && fewRows
                    ? JoinTerms.of((Join) node)
                            .asSearch(estimates)
                            .<Plan>map(join -> join)
                            .orElse(node)
                    : node;
        }
        return below;
    }
}
