package dev.dormouse.jpql.ast;

import org.jspecify.annotations.Nullable;

/**
 * One arithmetic operator with its right operand; its position is that of the operator.
 *
 * @param operator how the operand is combined with all before it
 * @param operand the operand
 * @param position where its text begins
 */
public record ArithmeticStep(ArithmeticOperator operator, ScalarExpression operand, Position position) implements Node {
    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
