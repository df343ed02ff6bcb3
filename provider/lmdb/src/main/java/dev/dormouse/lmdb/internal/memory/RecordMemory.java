package dev.dormouse.lmdb.internal.memory;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Memory on the heap for records that outlive their snapshot. Most are read once: whoever gives the memory back gets it for the next record. Whoever keeps
 * it keeps it for ever, so nothing is overwritten that somebody may read. Not thread-safe.
 */
public final class RecordMemory {

    private @Nullable UnsafeBuffer free;

    /** Returns a copy of a record. */
    public UnsafeBuffer copy(DirectBuffer record) {
        int length = record.capacity();
        UnsafeBuffer given = free;
        free = null;
        UnsafeBuffer copy = given == null ? new UnsafeBuffer() : given;
        byte[] bytes = copy.byteArray();
        if (bytes == null || bytes.length < length) {
            bytes = new byte[length];
        }
        record.getBytes(0, bytes, 0, length);
        copy.wrap(bytes, 0, length);
        return copy;
    }

    /** Takes a copy back, which nobody reads any more. */
    public void giveBack(UnsafeBuffer copy) {
        free = copy;
    }
}
