package dev.dormouse.internal.query;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.query.build.QueryParameters;
import java.util.List;

/**
 * A bulk update or delete that can run.
 *
 * @param text the text
 * @param before what is modified first and not counted
 * @param plan the statement itself
 * @param parameters its parameters
 */
public record CompiledModification(
        String text, List<ExecutablePlan> before, ExecutablePlan plan, QueryParameters parameters)
        implements CompiledStatement {

    public CompiledModification {
        before = List.copyOf(before);
    }

    @Override
    public long catalogVersion() {
        return plan.catalogVersion();
    }
}
