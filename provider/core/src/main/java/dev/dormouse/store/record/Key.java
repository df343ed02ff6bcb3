package dev.dormouse.store.record;

import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value of a primary key, an index entry or a lock: one or more basic values. Two keys are equal exactly when they compare as 0 in
 * the one order, so a decimal's scale and the sign of zero do not tell keys apart.
 */
public final class Key implements Comparable<Key> {

    private final @Nullable Object[] parts;

    private Key(@Nullable Object[] parts) {
        this.parts = parts;
    }

    /** Makes a key of these parts; each of a class listed in {@link BasicType}, or null. */
    public static Key of(@Nullable Object... parts) {
        @Nullable Object[] canonical = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            canonical[i] = canonical(parts[i]);
        }
        return new Key(canonical);
    }

    /** Makes a key of the values at these paths. */
    public static Key of(RecordView record, List<FieldPath> paths) {
        @Nullable Object[] parts = new Object[paths.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = canonical(record.get(paths.get(i)));
        }
        return new Key(parts);
    }

    private static @Nullable Object canonical(@Nullable Object part) {
        if (part instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        }
        if (part instanceof Double number) {
            return number == 0.0 ? (Object) 0.0 : number;
        }
        if (part instanceof Float number) {
            return number == 0.0f ? (Object) 0.0f : number;
        }
        return part;
    }

    /** Returns the number of parts. */
    public int size() {
        return parts.length;
    }

    /** Returns one part. */
    public @Nullable Object part(int index) {
        return parts[index];
    }

    /** Returns the parts. */
    public List<@Nullable Object> parts() {
        return new ArrayList<>(Arrays.asList(parts));
    }

    /** Tells whether a part is null. */
    public boolean hasNull() {
        for (Object part : parts) {
            if (part == null) {
                return true;
            }
        }
        return false;
    }

    /** Compares part by part in the one order; a key that begins another is lower. */
    @Override
    public int compareTo(Key other) {
        int shared = Math.min(parts.length, other.parts.length);
        for (int i = 0; i < shared; i++) {
            Object a = parts[i];
            Object b = other.parts[i];
            Object known = a != null ? a : b;
            int order = known == null ? 0 : ValueOrder.compare(BasicType.of(known), a, b);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.length, other.parts.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Key key)) {
            return false;
        }
        if (parts.length == 1 && key.parts.length == 1 && !(parts[0] instanceof byte[])) {
            return Objects.equals(parts[0], key.parts[0]);
        }
        return Arrays.deepEquals(parts, key.parts);
    }

    @Override
    public int hashCode() {
        return parts.length == 1 && !(parts[0] instanceof byte[])
                ? Objects.hashCode(parts[0])
                : Arrays.deepHashCode(parts);
    }

    @Override
    public String toString() {
        String text = Arrays.deepToString(parts);
        return parts.length == 1 ? text.substring(1, text.length() - 1) : text;
    }
}
