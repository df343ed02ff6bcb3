package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code COALESCE}: the first value that is not null (section 4.7.10).
 *
 * @param arguments two or more
 * @param position where its text begins
 */
public record Coalesce(List<ScalarExpression> arguments, Position position) implements ScalarExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public Coalesce {
        arguments = List.copyOf(arguments);
        Sizes.atLeast(2, arguments, "Coalesce.arguments");
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
