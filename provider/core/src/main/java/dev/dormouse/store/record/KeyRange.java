package dev.dormouse.store.record;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A contiguous part of the order of encoded keys: from a bound that is inside to one that is outside. Immutable, as long as nobody writes to its
 * arrays.
 */
public final class KeyRange {

    /** Every key. */
    public static final KeyRange ALL = new KeyRange(null, null);

    /** No key. */
    public static final KeyRange EMPTY = new KeyRange(null, new byte[0]);

    private final byte @Nullable [] lower;
    private final byte @Nullable [] upper;

    private KeyRange(byte @Nullable [] lower, byte @Nullable [] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** Makes a range from the lowest key in it to the lowest above it; null for no bound. */
    public static KeyRange of(byte @Nullable [] lower, byte @Nullable [] upper) {
        return new KeyRange(lower != null && lower.length == 0 ? null : lower, upper);
    }

    /** Makes the range of all keys that begin with these bytes. */
    public static KeyRange startingWith(byte[] prefix) {
        return prefix.length == 0 ? ALL : new KeyRange(prefix, successor(prefix));
    }

    /** Returns the lowest bytes above all that begin with a prefix; null if there are none. */
    public static byte @Nullable [] successor(byte[] prefix) {
        for (int last = prefix.length - 1; last >= 0; last--) {
            if (prefix[last] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, last + 1);
                next[last]++;
                return next;
            }
        }
        return null;
    }

    /** Returns the bound from below, inside if it is a key; null for none. */
    public byte @Nullable [] lower() {
        return lower;
    }

    /** Returns the bound from above, outside; null for none. */
    public byte @Nullable [] upper() {
        return upper;
    }

    /** Tells whether the bounds leave nothing. */
    public boolean isEmpty() {
        return upper != null && (upper.length == 0 || (lower != null && Arrays.compareUnsigned(lower, upper) >= 0));
    }

    /** Tells whether a key is inside. */
    public boolean contains(KeyBuffer key) {
        return (lower == null || key.compareTo(lower) >= 0) && (upper == null || key.compareTo(upper) < 0);
    }

    /** Tells whether a key is inside. */
    public boolean contains(byte[] key) {
        return (lower == null || Arrays.compareUnsigned(key, lower) >= 0)
                && (upper == null || Arrays.compareUnsigned(key, upper) < 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyRange range
                && Arrays.equals(lower, range.lower)
                && Arrays.equals(upper, range.upper);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
    }

    @Override
    public String toString() {
        return "[" + text(lower) + ", " + text(upper) + ")";
    }

    private static String text(byte @Nullable [] bound) {
        return bound == null ? "open" : HexFormat.of().formatHex(bound);
    }
}
