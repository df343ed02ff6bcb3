package dev.dormouse.jpql.ast;

import java.util.List;

/**
 * {@code NEW name(item, ...)} (section 4.9.2).
 *
 * @param className the qualified name of the class, dots as written
 * @param arguments the arguments
 * @param position where its text begins
 */
public record ConstructorExpression(String className, List<ScalarExpression> arguments, Position position)
        implements SelectExpression {
    /** Takes its own copy of the list. */
    public ConstructorExpression {
        arguments = List.copyOf(arguments);
    }
}
