package dev.dormouse.store.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decoded record: values by ordinal, nested records as {@code Record}, arrays as {@link List}. Mutable until it is handed to a store,
 * which may keep it. Fields beyond its length are null, so a record written before a table was widened stays valid.
 */
@SuppressWarnings("JavaLangClash") // the word of the field, and nobody needs the other one by name
public final class Record implements RecordView {

    private @Nullable Object[] values;

    /** Makes a record of nulls. */
    public Record(int size) {
        this.values = new Object[size];
    }

    /** Makes a record of these values, in ordinal order. */
    public static Record of(@Nullable Object... values) {
        Record record = new Record(values.length);
        System.arraycopy(values, 0, record.values, 0, values.length);
        return record;
    }

    /** Returns the value with this ordinal, or null. */
    public @Nullable Object value(int ordinal) {
        return ordinal < values.length ? values[ordinal] : null;
    }

    /** Returns the number of fields that this record has room for. */
    public int size() {
        return values.length;
    }

    /** Sets a field of this record itself; grows as needed. */
    public void set(int ordinal, @Nullable Object value) {
        if (ordinal >= values.length) {
            values = Arrays.copyOf(values, ordinal + 1);
        }
        values[ordinal] = value;
    }

    /** Sets a field, making the nested records on its way where they are null. */
    public void set(FieldPath path, @Nullable Object value) {
        Record record = this;
        int last = path.depth() - 1;
        for (int step = 0; step < last; step++) {
            Record nested = (Record) record.value(path.ordinal(step));
            if (nested == null) {
                if (value == null) {
                    return;
                }
                nested = new Record(0);
                record.set(path.ordinal(step), nested);
            }
            record = nested;
        }
        record.set(path.ordinal(last), value);
    }

    @Override
    public boolean isNull(FieldPath path) {
        return get(path) == null;
    }

    @Override
    public @Nullable Object get(FieldPath path) {
        Object value = this;
        for (int step = 0; step < path.depth() && value != null; step++) {
            value = ((Record) value).value(path.ordinal(step));
        }
        return value;
    }

    @Override
    public Record copy() {
        Record copy = new Record(values.length);
        for (int i = 0; i < values.length; i++) {
            copy.values[i] = copyOf(values[i]);
        }
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Record nested) {
            return nested.copy();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copies = new ArrayList<>(list.size());
            list.forEach(element -> copies.add(copyOf(element)));
            return copies;
        }
        return value;
    }

    @Override
    public RecordView retain() {
        return this;
    }

    /** Equal when every field is; byte arrays by content, decimals with their scale, missing fields as null. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Record record)) {
            return false;
        }
        int longer = Math.max(values.length, record.values.length);
        for (int i = 0; i < longer; i++) {
            if (!equal(value(i), record.value(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a instanceof List<?> x && b instanceof List<?> y) {
            if (x.size() != y.size()) {
                return false;
            }
            for (int i = 0; i < x.size(); i++) {
                if (!equal(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.deepEquals(a, b);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Object value : values) {
            hash += hash(value);
        }
        return hash;
    }

    private static int hash(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return Arrays.hashCode(bytes);
        }
        if (value instanceof List<?> list) {
            int hash = 1;
            for (Object element : list) {
                hash = 31 * hash + hash(element);
            }
            return hash;
        }
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(values);
    }
}
