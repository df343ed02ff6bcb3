package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.ValueKey;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes two values the same for grouping: a record is its primary key, a nested record all of its fields, anything else itself. */
public final class RecordIdentity {

    private RecordIdentity() {}

    /** Compiles an expression to something whose values are equal exactly when they belong to one group. */
    public static Evaluator compile(Expression expression, Plan input, ExpressionCompiler compiler) {
        Evaluator evaluator = compiler.compile(expression);
        if (!(expression.type() instanceof RecordType type)) {
            return evaluator;
        }
        List<FieldPath> paths = expression instanceof Expression.SlotValue slot
                ? primaryKey(slot.slot(), input).orElseGet(() -> FieldPath.leaves(type))
                : FieldPath.leaves(type);
        return new KeyOf(evaluator, paths);
    }

    /** Finds the table whose records a slot holds, through the nodes that pass records on. */
    private static Optional<List<FieldPath>> primaryKey(Slot slot, Plan plan) {
        if (plan instanceof Scan scan && scan.slot().id() == slot.id()) {
            return Optional.of(scan.table().primaryKey());
        }
        if (plan instanceof SetOperation operation) {
            int column = operation.slots().indexOf(slot);
            if (column >= 0) {
                return primaryKey(operation.left().output().get(column), operation.left());
            }
        }
        for (Assignment item : items(plan)) {
            if (item.slot().id() == slot.id() && item.value() instanceof Expression.SlotValue source) {
                return primaryKey(source.slot(), plan.inputs().get(0));
            }
        }
        return plan.inputs().stream()
                .flatMap(input -> primaryKey(slot, input).stream())
                .findFirst();
    }

    private static List<Assignment> items(Plan plan) {
        if (plan instanceof Project project) {
            return project.items();
        }
        return plan instanceof Aggregate aggregate ? aggregate.keys() : List.of();
    }

    private static final class KeyOf extends Evaluator {
        private final Evaluator record;
        private final List<FieldPath> paths;

        KeyOf(Evaluator record, List<FieldPath> paths) {
            this.record = record;
            this.paths = paths;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            RecordView view = (RecordView) record.value(frame);
            if (view == null) {
                return null;
            }
            if (paths.size() == 1) {
                return Arrays.asList(ValueKey.of(view.get(paths.get(0))));
            }
            List<@Nullable Object> parts = new ArrayList<>(paths.size());
            for (FieldPath path : paths) {
                parts.add(ValueKey.of(view.get(path)));
            }
            return parts;
        }
    }
}
