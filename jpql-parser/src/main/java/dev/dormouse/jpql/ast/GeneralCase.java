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
    /** Takes its own copy of the list. */
    public GeneralCase {
        branches = List.copyOf(branches);
    }
}
