package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of index keys. A key of fewer bytes than the limit is stored as it is. A longer one is cut to its first {@code limit - 16} bytes and 128
 * bits of hash, so that its length is the limit exactly. Only the cut prefix is in order: among keys that agree in their first {@code limit - 16} bytes,
 * whoever needs the order or the value looks at the record.
 */
public final class IndexKeys {

    private static final int HASH = 16;

    private IndexKeys() {}

    /** Cuts a key in place if it reaches the limit. */
    public static void cut(KeyBuffer key, int limit) {
        if (key.length() < limit) {
            return;
        }
        byte[] hash = digest(key);
        key.truncate(limit - HASH).put(hash, 0, HASH);
    }

    private static byte[] digest(KeyBuffer key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.array(), 0, key.length());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }

    /** Tells whether a stored key of this length shares its place with others, so that its record must be looked at. */
    public static boolean isInexact(int length, int limit) {
        return length > limit - HASH;
    }

    /** Returns how many bytes of an inexact key are in order. */
    public static int orderedLength(int limit) {
        return limit - HASH;
    }

    /** Returns a range of stored keys that holds all whose full key is in a range; only inexact keys may be in it without being in the range. */
    public static KeyRange stored(KeyRange range, int limit) {
        byte[] lower = range.lower();
        byte[] upper = range.upper();
        if (fits(lower, limit) && fits(upper, limit)) {
            return range;
        }
        int ordered = limit - HASH;
        return KeyRange.of(
                lower == null || lower.length <= ordered ? lower : Arrays.copyOf(lower, ordered),
                upper == null || upper.length <= ordered ? upper : KeyRange.successor(Arrays.copyOf(upper, ordered)));
    }

    private static boolean fits(byte @Nullable [] bound, int limit) {
        return bound == null || bound.length <= limit - HASH;
    }
}
