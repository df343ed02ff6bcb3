package dev.dormouse.internal.execute.subquery;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.type.RecordType;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a subquery reads from the query around it.
 *
 * @param values the fields and values that its rows depend on; none for a subquery that is the same for all rows; empty where it
 *     depends on whole records
 */
public record Correlation(Optional<List<Evaluator>> values) {

    public static Correlation of(Plan query, ExpressionCompiler compiler) {
        BitSet outer = PlanTree.freeSlots(query);
        Set<Expression> leaves = new LinkedHashSet<>();
        collect(query, outer, leaves);
        boolean records = leaves.stream().anyMatch(leaf -> leaf.type() instanceof RecordType);
        return new Correlation(records ? Optional.empty() : Optional.of(compiler.compile(List.copyOf(leaves))));
    }

    public boolean isNone() {
        return values.isPresent() && values.get().isEmpty();
    }

    private static void collect(Plan plan, BitSet outer, Set<Expression> leaves) {
        plan.inputs().forEach(input -> collect(input, outer, leaves));
        PlanTree.expressions(plan).forEach(e -> collect(e, outer, leaves));
    }

    private static void collect(Expression expression, BitSet outer, Set<Expression> leaves) {
        boolean field = expression instanceof Expression.FieldValue read
                && outer.get(read.slot().id());
        boolean leaf = field
                || (expression instanceof Expression.SlotValue value
                        && outer.get(value.slot().id()));
        if (leaf) {
            leaves.add(expression);
        }
        ExpressionTree.subquery(expression).ifPresent(query -> collect(query, outer, leaves));
        ExpressionTree.children(expression).forEach(child -> collect(child, outer, leaves));
    }
}
