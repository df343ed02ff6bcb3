package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * {@code COALESCE}: the first value that is not null (section 4.7.10).
 *
 * @param arguments two or more
 * @param position where its text begins
 */
public record Coalesce(List<ScalarExpression> arguments, Position position) implements ScalarExpression {
    /** Takes its own copy of the list. */
    public Coalesce {
        arguments = List.copyOf(arguments);
    }
}
