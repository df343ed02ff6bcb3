package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * A test for one of several written values (section 4.6.5).
 *
 * @param operand the tested value
 * @param negated whether NOT was written
 * @param items the values, at least one
 * @param position where its text begins
 */
public record InList(ScalarExpression operand, boolean negated, List<ScalarExpression> items, Position position)
        implements ConditionalExpression {
    /** Takes its own copy of the list. */
    public InList {
        items = List.copyOf(items);
    }
}
