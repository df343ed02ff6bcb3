package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code NEW name(item, ...)} (section 4.9.2).
 *
 * @param className the qualified name of the class, dots as written
 * @param arguments the arguments
 * @param position where its text begins
 */
public record ConstructorExpression(String className, List<ScalarExpression> arguments, Position position)
        implements SelectExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public ConstructorExpression {
        arguments = List.copyOf(arguments);
        Sizes.atLeast(1, arguments, "ConstructorExpression.arguments");
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
