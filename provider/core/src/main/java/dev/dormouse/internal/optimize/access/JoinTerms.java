package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The condition of a join, sorted by what it is good for.
 *
 * @param join the join
 * @param equal the equalities between the two sides
 * @param notDifferent the terms that two sides fulfil unless they certainly differ
 */
public record JoinTerms(Join join, JoinKeys equal, JoinKeys notDifferent) {

    /** Sorts the condition of a join. */
    public static JoinTerms of(Join join) {
        BitSet left = PlanTree.filledSlots(join.left());
        BitSet right = PlanTree.filledSlots(join.right());
        List<Expression> condition = ExpressionTree.conjuncts(join.condition());
        return new JoinTerms(
                join,
                JoinKeys.equal(condition, left, right),
                join.kind() == Join.Kind.ANTI
                        ? JoinKeys.notDifferent(condition, left, right)
                        : JoinKeys.equal(List.of(), left, right));
    }

    /** Tells whether the right side can be read once into a hash table. */
    public boolean isHashable() {
        return !(equal.isEmpty() && notDifferent.isEmpty())
                && !PlanTree.freeSlots(join.right()).intersects(PlanTree.filledSlots(join.left()));
    }

    /** Returns the right side with all of the condition in its filters: what a loop opens for each left row. */
    public Plan searchedRight() {
        List<Expression> searching = ExpressionTree.conjuncts(join.condition()).stream()
                .filter(term -> !ExpressionTree.hasSubquery(term))
                .toList();
        return searching.isEmpty() ? join.right() : push(join.right(), searching);
    }

    /** Tells whether a left row has at most one partner, since the right side is found by a unique key. */
    public boolean findsAtMostOne(Estimates estimates) {
        return RowBound.isAtMostOne(searchedRight(), estimates);
    }

    /** Returns the terms that a loop cannot leave to the right side. */
    public List<Expression> notSearched() {
        return ExpressionTree.conjuncts(join.condition()).stream()
                .filter(ExpressionTree::hasSubquery)
                .toList();
    }

    /** Puts terms into the filters of a plan, as deep as they reach. */
    private static Plan push(Plan plan, List<Expression> terms) {
        if (terms.isEmpty()) {
            return plan;
        }
        if (plan instanceof Filter filter) {
            List<Expression> all = new ArrayList<>(ExpressionTree.conjuncts(filter.condition()));
            all.addAll(terms);
            return new Filter(filter.input(), ExpressionTree.conjunction(all));
        }
        if (!(plan instanceof Join join) || !(join.strategy() instanceof Join.Strategy.Loop)) {
            return new Filter(plan, ExpressionTree.conjunction(terms));
        }
        BitSet left = PlanTree.filledSlots(join.left());
        BitSet right = PlanTree.filledSlots(join.right());
        List<Expression> ofLeft = new ArrayList<>();
        List<Expression> ofRight = new ArrayList<>();
        List<Expression> above = new ArrayList<>();
        for (Expression term : terms) {
            BitSet slots = ExpressionTree.slots(term);
            boolean inner = join.kind() == Join.Kind.INNER;
            (!slots.intersects(right) ? ofLeft : inner && !slots.intersects(left) ? ofRight : above).add(term);
        }
        Plan pushed = new Join(
                push(join.left(), ofLeft), push(join.right(), ofRight), join.kind(), join.condition(), join.strategy());
        return above.isEmpty() ? pushed : new Filter(pushed, ExpressionTree.conjunction(above));
    }

    /** Returns the join as a loop that searches its right side for each left row, if that is better than reading all of it each time. */
    public Optional<Join> asSearch(Estimates estimates) {
        Plan searched = searchedRight();
        if (searched == join.right()
                || PlanEstimate.of(searched, estimates).cost()
                        >= PlanEstimate.of(join.right(), estimates).cost()) {
            return Optional.empty();
        }
        return Optional.of(searching());
    }

    /** Returns the join as a loop that opens its right side, with all of the condition in its filters, for each left row. */
    public Join searching() {
        return new Join(
                join.left(),
                searchedRight(),
                join.kind(),
                ExpressionTree.conjunction(notSearched()),
                Join.Strategy.Loop.INSTANCE);
    }

    /** Estimates the work of searching for the partners of one left row; where one decides, the search ends at the first. */
    public double searchCost(Estimates estimates) {
        PlanEstimate each = PlanEstimate.of(searchedRight(), estimates);
        boolean oneDecides = join.kind() == Join.Kind.SEMI || join.kind() == Join.Kind.ANTI;
        return oneDecides && each.rows() > 1
                ? Math.min(each.cost(), Estimates.SEEK + each.cost() / each.rows())
                : each.cost();
    }

    /** Returns the join with a hash table of its right side. */
    public Join asHash() {
        JoinKeys keys = equal.isEmpty() ? notDifferent : equal;
        List<Expression> others = new ArrayList<>(ExpressionTree.conjuncts(join.condition()));
        others.removeAll(keys.terms());
        return new Join(
                join.left(),
                join.right(),
                join.kind(),
                ExpressionTree.conjunction(others),
                equal.isEmpty()
                        ? new Join.Strategy.NullAwareHash(keys.left(), keys.right())
                        : new Join.Strategy.Hash(keys.left(), keys.right()));
    }

    /** Estimates the work of a hash join beside that of the left side. */
    public double hashCost(Estimates estimates) {
        return PlanEstimate.hashCost(PlanEstimate.of(join.left(), estimates), PlanEstimate.of(join.right(), estimates));
    }
}
