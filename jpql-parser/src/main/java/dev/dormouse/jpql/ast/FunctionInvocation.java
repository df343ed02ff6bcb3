package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code FUNCTION('name', argument, ...)}: a function that the language does not define, possibly an aggregate (section
 * 4.7.9).
 *
 * @param name the name of the function in the store
 * @param arguments the arguments
 * @param position where its text begins
 */
public record FunctionInvocation(String name, List<ScalarExpression> arguments, Position position)
        implements ScalarExpression {
    /** Takes its own copy of the list. */
    public FunctionInvocation {
        arguments = List.copyOf(arguments);
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
