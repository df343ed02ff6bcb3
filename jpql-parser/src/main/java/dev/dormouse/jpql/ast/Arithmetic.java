package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of operators of one precedence, evaluated from left to right: either only {@code +} and {@code -}, or only
 * {@code *} and {@code /} (section 4.7.5).
 *
 * @param first the leftmost operand
 * @param rest the further operands from left to right, at least one
 * @param position where its text begins
 */
public record Arithmetic(ScalarExpression first, List<ArithmeticStep> rest, Position position)
        implements ScalarExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public Arithmetic {
        rest = List.copyOf(rest);
        Sizes.atLeast(1, rest, "Arithmetic.rest");
        boolean multiplicative = rest.get(0).operator().multiplicative();
        for (ArithmeticStep step : rest) {
            if (step.operator().multiplicative() != multiplicative) {
                throw new IllegalArgumentException(
                        "operators of different precedence in one chain: '" + step.operator() + "'");
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Trees.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Trees.hash(this);
    }
}
