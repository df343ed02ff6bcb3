package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * Strings joined by {@code ||} (section 4.7.6).
 *
 * @param operands two or more
 * @param position where its text begins
 */
public record Concatenation(List<ScalarExpression> operands, Position position) implements ScalarExpression {
    /** Takes its own copy of the list. */
    public Concatenation {
        operands = List.copyOf(operands);
    }
}
