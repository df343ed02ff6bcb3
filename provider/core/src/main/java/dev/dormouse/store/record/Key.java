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

    /** The part of most keys; null for null, and where there are several. */
    private final @Nullable Object only;

    /** Null where there is one part. */
    private final @Nullable Object @Nullable [] several;

    private Key(@Nullable Object only, @Nullable Object @Nullable [] several) {
        this.only = only;
        this.several = several;
    }

    /** Makes a key of one part; of a class listed in {@link BasicType}, or null. */
    public static Key of(@Nullable Object part) {
        return new Key(canonical(part), null);
    }

    /** Makes a key of these parts; each of a class listed in {@link BasicType}, or null. */
    public static Key of(@Nullable Object... parts) {
        if (parts.length == 1) {
            return new Key(canonical(parts[0]), null);
        }
        @Nullable Object[] canonical = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            canonical[i] = canonical(parts[i]);
        }
        return new Key(null, canonical);
    }

    /** Makes a key of the values at these paths. */
    public static Key of(RecordView record, List<FieldPath> paths) {
        if (paths.size() == 1) {
            return new Key(canonical(record.get(paths.get(0))), null);
        }
        @Nullable Object[] parts = new Object[paths.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = canonical(record.get(paths.get(i)));
        }
        return new Key(null, parts);
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
        return several == null ? 1 : several.length;
    }

    /** Returns one part. */
    public @Nullable Object part(int index) {
        return several == null && index == 0 ? only : Objects.requireNonNull(several)[index];
    }

    /** Returns the parts. */
    public List<@Nullable Object> parts() {
        return new ArrayList<>(Arrays.asList(array()));
    }

    private @Nullable Object[] array() {
        return several == null ? new Object[] {only} : several;
    }

    /** Tells whether a part is null. */
    public boolean hasNull() {
        for (int i = 0; i < size(); i++) {
            if (part(i) == null) {
                return true;
            }
        }
        return false;
    }

    /** Compares part by part in the one order; a key that begins another is lower. */
    @Override
    public int compareTo(Key other) {
        int shared = Math.min(size(), other.size());
        for (int i = 0; i < shared; i++) {
            Object a = part(i);
            Object b = other.part(i);
            Object known = a != null ? a : b;
            int order = known == null ? 0 : ValueOrder.compare(BasicType.of(known), a, b);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(size(), other.size());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Key key)) {
            return false;
        }
        if (several == null && key.several == null) {
            return only instanceof byte[] ? Objects.deepEquals(only, key.only) : Objects.equals(only, key.only);
        }
        return Arrays.deepEquals(several, key.several);
    }

    @Override
    public int hashCode() {
        return several == null && !(only instanceof byte[]) ? Objects.hashCode(only) : Arrays.deepHashCode(array());
    }

    @Override
    public String toString() {
        String text = Arrays.deepToString(array());
        return several == null ? text.substring(1, text.length() - 1) : text;
    }
}
