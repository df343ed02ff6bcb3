package dev.dormouse.internal.optimize.rule;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The terms of a conjunction, parted by whether they can go somewhere.
 *
 * @param moving those that can
 * @param staying the others
 */
public record Terms(List<Expression> moving, List<Expression> staying) {

    public static Terms part(Expression condition, Predicate<Expression> moves) {
        return part(ExpressionTree.conjuncts(condition), moves);
    }

    public static Terms part(List<Expression> terms, Predicate<Expression> moves) {
        Terms parted = new Terms(new ArrayList<>(), new ArrayList<>());
        terms.forEach(term -> (moves.test(term) ? parted.moving : parted.staying).add(term));
        return parted;
    }

    /** Returns what tells whether an expression reads none of some slots. */
    public static Predicate<Expression> readNone(BitSet slots) {
        return term -> !ExpressionTree.slots(term).intersects(slots);
    }

    /** Puts a filter of terms above a plan, unless there are none. */
    public static Plan filter(Plan input, List<Expression> terms) {
        return terms.isEmpty() ? input : new Filter(input, ExpressionTree.conjunction(terms));
    }
}
