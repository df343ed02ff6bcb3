package dev.dormouse.internal.execute;

import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What EXPLAIN shows: the tree, who runs each node, what it did, and what could be better.
 *
 * @param plan the plan as it runs
 * @param operators who runs its nodes, by identity; nodes inside what the store took have none
 * @param advice sentences below the tree
 */
record Explanation(Plan plan, IdentityHashMap<Plan, Operator> operators, List<String> advice) {

    String text(@Nullable Counters[] counters) {
        StringBuilder text = new StringBuilder(PlanPrinter.print(plan, node -> {
            Operator operator = operators.get(node);
            return operator == null ? "" : remark(operator, counters[operator.number()]);
        }));
        advice.forEach(sentence -> text.append(sentence).append('\n'));
        return text.toString();
    }

    private static String remark(Operator operator, @Nullable Counters counters) {
        StringBuilder remark = new StringBuilder("[").append(operator.describe());
        if (counters != null) {
            remark.append("; rows ").append(counters.rows());
            append(remark, " entries ", counters.entriesVisited());
            append(remark, " fetched ", counters.recordsFetched());
        }
        return remark.append(']').toString();
    }

    private static void append(StringBuilder remark, String name, long count) {
        if (count > 0) {
            remark.append(name).append(count);
        }
    }
}
