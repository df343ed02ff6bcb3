package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * Conditions of which one must hold; parentheses inside stay nested (section 4.6.1).
 *
 * @param operands two or more
 * @param position where its text begins
 */
public record Or(List<Expression> operands, Position position) implements ConditionalExpression {
    /** Takes its own copy of the list. */
    public Or {
        operands = List.copyOf(operands);
    }
}
