package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Terms of a join's condition that compare an expression over the left side with one over the right side.
 *
 * @param left the left sides
 * @param right the right sides, in the same order
 * @param terms the terms
 */
public record JoinKeys(List<Expression> left, List<Expression> right, List<Expression> terms) {

    private static JoinKeys none() {
        return new JoinKeys(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Finds the equalities. */
    static JoinKeys equal(List<Expression> condition, BitSet left, BitSet right) {
        JoinKeys keys = none();
        for (Expression term : condition) {
            if (term instanceof Expression.Comparison comparison) {
                keys.add(term, comparison, left, right);
            }
        }
        return keys;
    }

    /** Finds what is true unless two values certainly differ: {@code a = b or a is null or b is null}, or only one of the two nulls. */
    static JoinKeys notDifferent(List<Expression> condition, BitSet left, BitSet right) {
        JoinKeys keys = none();
        for (Expression term : condition) {
            if (term instanceof Expression.Or or) {
                List<Expression> nulls = new ArrayList<>(or.terms());
                or.terms().stream()
                        .filter(Expression.Comparison.class::isInstance)
                        .map(Expression.Comparison.class::cast)
                        .findFirst()
                        .filter(c -> nulls.remove(c) && nulls.stream().allMatch(n -> isNullOfSide(n, c)))
                        .ifPresent(c -> keys.add(term, c, left, right));
            }
        }
        return keys;
    }

    private static boolean isNullOfSide(Expression term, Expression.Comparison comparison) {
        return term instanceof Expression.IsNull isNull
                && (isNull.operand().equals(comparison.left())
                        || isNull.operand().equals(comparison.right()));
    }

    private void add(Expression term, Expression.Comparison comparison, BitSet left, BitSet right) {
        if (comparison.operator() != ComparisonOperator.EQUAL
                || !(comparison.left().type() instanceof BasicType)
                || ExpressionTree.hasSubquery(term)) {
            return;
        }
        BitSet a = ExpressionTree.slots(comparison.left());
        BitSet b = ExpressionTree.slots(comparison.right());
        if (!a.intersects(right) && b.intersects(right) && !b.intersects(left)) {
            add(term, comparison.left(), comparison.right());
        } else if (!b.intersects(right) && a.intersects(right) && !a.intersects(left)) {
            add(term, comparison.right(), comparison.left());
        }
    }

    private void add(Expression term, Expression ofLeft, Expression ofRight) {
        terms.add(term);
        left.add(ofLeft);
        right.add(ofRight);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }
}
