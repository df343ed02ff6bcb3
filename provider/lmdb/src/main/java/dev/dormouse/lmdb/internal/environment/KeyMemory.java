package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.store.record.KeyBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Memory outside of the heap for one key at a time, which is where LMDB reads it. Not thread-safe. */
public final class KeyMemory {

    /** The longest key of LMDB. */
    public static final int LIMIT = 511;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer memory = ByteBuffer.allocateDirect(LIMIT + 1);
    private final UnsafeBuffer whole = new UnsafeBuffer(memory);
    private final UnsafeBuffer key = new UnsafeBuffer(memory);

    /** Returns a key in memory, good until the next one. */
    public DirectBuffer of(KeyBuffer bytes) {
        return of(bytes.array(), bytes.length());
    }

    /** Returns a key in memory, good until the next one. */
    public DirectBuffer of(byte[] bytes, int length) {
        put(0, bytes, length);
        return cut(length);
    }

    /** Returns a key of two parts in memory, good until the next one. */
    public DirectBuffer of(byte[] prefix, KeyBuffer rest) {
        put(0, prefix, prefix.length);
        put(prefix.length, rest.array(), rest.length());
        return cut(prefix.length + rest.length());
    }

    /** Most keys are so short that the way to a copy of memory would be longer. */
    private void put(int at, byte[] bytes, int length) {
        int next = 0;
        for (; next + Long.BYTES <= length; next += Long.BYTES) {
            whole.putLong(at + next, (long) LONGS.get(bytes, next));
        }
        for (; next < length; next++) {
            whole.putByte(at + next, bytes[next]);
        }
    }

    private DirectBuffer cut(int length) {
        if (key.capacity() != length) {
            key.wrap(memory, 0, length);
        }
        return key;
    }
}
