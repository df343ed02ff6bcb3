package dev.dormouse.jpql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CASE WHEN condition THEN value ... ELSE value END} (section 4.7.10).
 *
 * @param branches the branches in order, at least one
 * @param otherwise the ELSE value; null without ELSE, which means NULL
 * @param position where its text begins
 */
public record GeneralCase(List<When> branches, @Nullable ScalarExpression otherwise, Position position)
        implements ScalarExpression {
    /** Takes its own copy of the list and checks what the components say. */
    public GeneralCase {
        branches = List.copyOf(branches);
        Sizes.atLeast(1, branches, "GeneralCase.branches");
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
