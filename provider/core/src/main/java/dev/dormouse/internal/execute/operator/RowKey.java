package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.ValueKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several values as one key of a hash table; nulls agree with nulls. A single value is its own key. */
public final class RowKey {

    private static final Object NULL = new Object();

    private final @Nullable Object[] values;
    private final int hash;

    private RowKey(@Nullable Object[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    /** Makes the key of a row; null counts as a value. */
    public static Object of(List<Evaluator> parts, Frame frame) {
        if (parts.size() == 1) {
            Object value = ValueKey.of(parts.get(0).value(frame));
            return value == null ? NULL : value;
        }
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ValueKey.of(parts.get(i).value(frame));
        }
        return new RowKey(values);
    }

    /** Makes the key of a row, or null if a part is null: such rows have no partner. */
    public static @Nullable Object withoutNulls(List<Evaluator> parts, Frame frame) {
        if (parts.size() == 1) {
            return ValueKey.of(parts.get(0).value(frame));
        }
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ValueKey.of(parts.get(i).value(frame));
            if (values[i] == null) {
                return null;
            }
        }
        return new RowKey(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowKey key && hash == key.hash && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
