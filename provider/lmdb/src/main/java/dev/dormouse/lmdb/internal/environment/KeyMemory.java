package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.store.record.KeyBuffer;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Memory outside of the heap for one key at a time, which is where LMDB reads it. Not thread-safe. */
public final class KeyMemory {

    /** The longest key of LMDB. */
    public static final int LIMIT = 511;

    private final ByteBuffer memory = ByteBuffer.allocateDirect(LIMIT + 1);
    private final UnsafeBuffer whole = new UnsafeBuffer(memory);
    private final UnsafeBuffer key = new UnsafeBuffer(memory);

    /** Returns a key in memory, good until the next one. */
    public DirectBuffer of(KeyBuffer bytes) {
        return of(bytes.array(), bytes.length());
    }

    /** Returns a key in memory, good until the next one. */
    public DirectBuffer of(byte[] bytes, int length) {
        whole.putBytes(0, bytes, 0, length);
        return cut(length);
    }

    /** Returns a key of two parts in memory, good until the next one. */
    public DirectBuffer of(byte[] prefix, KeyBuffer rest) {
        whole.putBytes(0, prefix);
        whole.putBytes(prefix.length, rest.array(), 0, rest.length());
        return cut(prefix.length + rest.length());
    }

    private DirectBuffer cut(int length) {
        if (key.capacity() != length) {
            key.wrap(memory, 0, length);
        }
        return key;
    }
}
