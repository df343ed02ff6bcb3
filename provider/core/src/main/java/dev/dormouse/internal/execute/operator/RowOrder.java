package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares kept rows by sort keys; rows that agree keep the order in which they came. */
public final class RowOrder implements Comparator<RowOrder.Row> {

    private final Evaluator[] values;
    private final BasicType[] types;
    private final boolean[] descending;
    private final boolean[] nullsFirst;

    public RowOrder(List<SortKey> keys, ExpressionCompiler compiler) {
        int size = keys.size();
        values = new Evaluator[size];
        types = new BasicType[size];
        descending = new boolean[size];
        nullsFirst = new boolean[size];
        for (int i = 0; i < size; i++) {
            SortKey key = keys.get(i);
            values[i] = compiler.compile(key.value());
            types[i] = (BasicType) key.value().type();
            descending[i] = key.descending();
            nullsFirst[i] = key.nullsFirst();
        }
    }

    /** A kept row: what it is compared by, when it came, what it holds. */
    public static final class Row {
        final @Nullable Object[] keys;
        final long arrival;
        final @Nullable Object[] slots;

        Row(@Nullable Object[] keys, long arrival, @Nullable Object[] slots) {
            this.keys = keys;
            this.arrival = arrival;
            this.slots = slots;
        }
    }

    /** Computes what a row is compared by. */
    public @Nullable Object[] keys(Frame frame) {
        @Nullable Object[] keys = new Object[values.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = values[i].value(frame);
        }
        return keys;
    }

    @Override
    public int compare(Row a, Row b) {
        int order = compare(a.keys, b.keys);
        return order != 0 ? order : Long.compare(a.arrival, b.arrival);
    }

    /** Compares sort keys alone. */
    public int compare(@Nullable Object[] a, @Nullable Object[] b) {
        for (int i = 0; i < types.length; i++) {
            int order = compare(i, a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int compare(int key, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : (a == null) == nullsFirst[key] ? -1 : 1;
        }
        int order = ValueOrder.compare(types[key], a, b);
        return descending[key] ? -order : order;
    }
}
