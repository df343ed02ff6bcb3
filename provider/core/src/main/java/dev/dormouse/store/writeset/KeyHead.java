package dev.dormouse.store.writeset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The first bytes of keys as numbers, by which most keys are put in order without a look at the keys themselves. */
final class KeyHead {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private KeyHead() {}

    /** Returns the head of a key. Where two heads differ as unsigned numbers, the keys do in the same way; equal ones tell nothing. */
    static long of(byte[] key, int length) {
        if (length >= Long.BYTES) {
            return (long) LONGS.get(key, 0);
        }
        long head = 0;
        for (int i = 0; i < length; i++) {
            head |= (key[i] & 0xFFL) << (Long.SIZE - Byte.SIZE * (i + 1));
        }
        return head;
    }

    /** Compares two keys with their heads. */
    static int compare(long head, byte[] key, long otherHead, byte[] other) {
        return compare(head, key, key.length, otherHead, other);
    }

    /** Compares the first bytes of an array with another key. */
    static int compare(long head, byte[] key, int length, long otherHead, byte[] other) {
        return head != otherHead
                ? Long.compareUnsigned(head, otherHead)
                : Arrays.compareUnsigned(key, 0, length, other, 0, other.length);
    }
}
