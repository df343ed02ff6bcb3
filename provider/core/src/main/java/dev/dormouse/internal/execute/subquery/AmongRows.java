package dev.dormouse.internal.execute.subquery;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.ValueKey;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * IN with a subquery. One that is the same for all rows is read once into a hash set, its rows with nulls apart; any other is read until the answer
 * is known. A pair of values is unknown where a null decides.
 */
public final class AmongRows extends ConditionEvaluator {

    private final List<Evaluator> operands;
    private final Subquery subquery;
    private final List<Evaluator> columns;

    private AmongRows(List<Evaluator> operands, Subquery subquery, List<Evaluator> columns) {
        this.operands = operands;
        this.subquery = subquery;
        this.columns = columns;
    }

    public static Evaluator compile(Expression.InQuery in, Subquery subquery, ExpressionCompiler compiler) {
        List<Evaluator> operands = new ArrayList<>();
        List<Evaluator> columns = new ArrayList<>();
        for (int i = 0; i < in.operands().size(); i++) {
            operands.add(compiler.compile(in.operands().get(i)));
            Expression column = new Expression.SlotValue(in.query().output().get(i));
            columns.add(compiler.compile(column));
        }
        return new AmongRows(operands, subquery, columns);
    }

    /** The rows of a subquery: those without nulls by their values, those with nulls, each once. */
    private record Rows(Set<List<Object>> complete, Set<List<@Nullable Object>> withNulls) {}

    @Override
    public Truth test(Frame frame) {
        if (subquery.correlation().isNone()) {
            Rows rows = (Rows) Objects.requireNonNull(subquery.result(frame, List.of(), r -> read(r, frame)));
            return among(tuple(operands, frame), rows);
        }
        List<@Nullable Object> sought = tuple(operands, frame);
        return (Truth) Objects.requireNonNull(subquery.result(frame, operands, rows -> search(sought, rows, frame)));
    }

    private static List<@Nullable Object> tuple(List<Evaluator> parts, Frame frame) {
        List<@Nullable Object> values = new ArrayList<>(parts.size());
        for (Evaluator part : parts) {
            values.add(ValueKey.of(part.value(frame)));
        }
        return values;
    }

    private Rows read(RowCursor rows, Frame frame) {
        Rows read = new Rows(new HashSet<>(), new HashSet<>());
        while (rows.next()) {
            List<@Nullable Object> row = tuple(columns, frame);
            if (row.contains(null)) {
                read.withNulls().add(row);
            } else {
                read.complete().add(row);
            }
        }
        return read;
    }

    private static Truth among(List<@Nullable Object> sought, Rows rows) {
        if (!sought.contains(null)) {
            if (rows.complete().contains(sought)) {
                return Truth.TRUE;
            }
            return anyMayEqual(sought, rows.withNulls()) ? Truth.UNKNOWN : Truth.FALSE;
        }
        return anyMayEqual(sought, rows.complete()) || anyMayEqual(sought, rows.withNulls())
                ? Truth.UNKNOWN
                : Truth.FALSE;
    }

    private static boolean anyMayEqual(
            List<@Nullable Object> sought, Set<? extends List<? extends @Nullable Object>> rows) {
        for (List<? extends @Nullable Object> row : rows) {
            if (equal(sought, row) != Truth.FALSE) {
                return true;
            }
        }
        return false;
    }

    private Truth search(List<@Nullable Object> sought, RowCursor rows, Frame frame) {
        Truth result = Truth.FALSE;
        while (rows.next()) {
            result = result.or(equal(sought, tuple(columns, frame)));
            if (result == Truth.TRUE) {
                return result;
            }
        }
        return result;
    }

    private static Truth equal(List<? extends @Nullable Object> a, List<? extends @Nullable Object> b) {
        Truth result = Truth.TRUE;
        for (int i = 0; i < a.size(); i++) {
            Object x = a.get(i);
            Object y = b.get(i);
            result = result.and(x == null || y == null ? Truth.UNKNOWN : Truth.of(x.equals(y)));
        }
        return result;
    }
}
