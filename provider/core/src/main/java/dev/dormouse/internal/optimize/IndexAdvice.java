package dev.dormouse.internal.optimize;

import dev.dormouse.internal.optimize.access.AccessPaths;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Scan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the full scans of a finished plan that an index would avoid, and names its columns. */
final class IndexAdvice {

    private final Set<String> sentences = new LinkedHashSet<>();

    private IndexAdvice() {}

    static List<String> of(Plan plan) {
        IndexAdvice advice = new IndexAdvice();
        advice.collect(plan);
        return new ArrayList<>(advice.sentences);
    }

    private void collect(Plan plan) {
        Optional<Scan> scan = AccessPaths.openScan(plan);
        if (scan.isPresent()) {
            List<String> columns = AccessPaths.searchableFields(scan.get(), AccessPaths.terms(plan));
            if (!columns.isEmpty()) {
                sentences.add("Full scan of " + scan.get().table() + " "
                        + scan.get().slot() + ": an @Index on (" + String.join(", ", columns) + ") would avoid it.");
            }
        }
        PlanTree.expressions(plan).forEach(this::collect);
        plan.inputs().forEach(this::collect);
    }

    private void collect(Expression expression) {
        ExpressionTree.subquery(expression).ifPresent(this::collect);
        ExpressionTree.children(expression).forEach(this::collect);
    }
}
