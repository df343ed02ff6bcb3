package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * A chain of operators of one precedence, evaluated from left to right: either only {@code +} and {@code -}, or only {@code *} and {@code /} (section 4.7.5).
 *
 * @param first the leftmost operand
 * @param rest the further operands from left to right, at least one
 * @param position where its text begins
 */
public record Arithmetic(ScalarExpression first, List<ArithmeticStep> rest, Position position)
        implements ScalarExpression {
    /** Takes its own copy of the list. */
    public Arithmetic {
        rest = List.copyOf(rest);
    }
}
