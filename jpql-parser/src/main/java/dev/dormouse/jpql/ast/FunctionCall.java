package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a built-in function whose arguments are plain expressions (section 4.7.7).
 *
 * @param function which function
 * @param arguments as many as the function takes
 * @param position where its text begins
 */
public record FunctionCall(ScalarFunction function, List<ScalarExpression> arguments, Position position)
        implements ScalarExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public FunctionCall {
        arguments = List.copyOf(arguments);
        if (!function.takes(arguments.size())) {
            throw new IllegalArgumentException(
                    "wrong number of arguments of " + function + ": '" + arguments.size() + "'");
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
