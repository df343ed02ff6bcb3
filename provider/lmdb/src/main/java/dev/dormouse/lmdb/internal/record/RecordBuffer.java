package dev.dormouse.lmdb.internal.record;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Memory outside of the heap in which one record after the other is encoded, little-endian, growing as needed. Not thread-safe. */
public final class RecordBuffer {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private ByteBuffer memory = ByteBuffer.allocateDirect(4096);
    private final UnsafeBuffer buffer = new UnsafeBuffer(memory);
    private final UnsafeBuffer content = new UnsafeBuffer(memory);
    private final CRC32C checksum = new CRC32C();

    /** The same memory, with the bounds of what is summed up. */
    private ByteBuffer summed = memory.duplicate();

    private int length;

    void clear() {
        length = 0;
    }

    /** Takes back what was appended beyond a length. */
    void truncate(int shorter) {
        length = shorter;
    }

    /** Returns a copy of what was written from one place on. */
    byte[] copy(int from) {
        byte[] bytes = new byte[length - from];
        buffer.getBytes(from, bytes);
        return bytes;
    }

    int length() {
        return length;
    }

    /** Appends zeros until the length is what it must be beyond a multiple of 8. */
    void alignTo(int remainder) {
        zeros((remainder - length) & 7);
    }

    /** Appends zeros until the length is a multiple of 4. */
    void align4() {
        zeros(-length & 3);
    }

    /** Appends zeros that begin where the length is what it must be beyond a multiple of 8; returns where. */
    int zerosAligned(int remainder, int count) {
        int padding = (remainder - length) & 7;
        return zeros(padding + count) + padding;
    }

    /** Appends zeros and returns where they begin. */
    int zeros(int count) {
        int at = reserve(count);
        buffer.setMemory(at, count, (byte) 0);
        return at;
    }

    private int reserve(int count) {
        int at = length;
        int needed = Math.addExact(at, count);
        if (needed > buffer.capacity()) {
            ByteBuffer larger =
                    ByteBuffer.allocateDirect(Math.max(needed, (int) Math.min(2L * at, Integer.MAX_VALUE - 8)));
            UnsafeBuffer next = new UnsafeBuffer(larger);
            next.putBytes(0, buffer, 0, at);
            memory = larger;
            summed = larger.duplicate();
            buffer.wrap(larger);
        }
        length = needed;
        return at;
    }

    void putByte(int at, int value) {
        buffer.putByte(at, (byte) value);
    }

    void putShort(int at, int value) {
        buffer.putShort(at, (short) value, ORDER);
    }

    void putInt(int at, int value) {
        buffer.putInt(at, value, ORDER);
    }

    void putLong(int at, long value) {
        buffer.putLong(at, value, ORDER);
    }

    void putBytes(int at, byte[] bytes) {
        buffer.putBytes(at, bytes);
    }

    /** Makes the content a copy of these bytes. */
    void set(DirectBuffer bytes) {
        length = 0;
        int at = reserve(bytes.capacity());
        buffer.putBytes(at, bytes, 0, bytes.capacity());
    }

    void appendInt(int value) {
        buffer.putInt(reserve(4), value, ORDER);
    }

    /** Appends the number of bytes and the bytes. */
    void appendSized(byte[] bytes) {
        int at = reserve(4 + bytes.length);
        buffer.putInt(at, bytes.length, ORDER);
        buffer.putBytes(at + 4, bytes);
    }

    void append(byte[] bytes) {
        append(bytes, 0, bytes.length);
    }

    void append(byte[] bytes, int offset, int count) {
        buffer.putBytes(reserve(count), bytes, offset, count);
    }

    /** Returns the CRC32C of what was written before one place and from another one on. */
    int checksum(int before, int from) {
        checksum.reset();
        checksum.update(summed.position(0).limit(before));
        checksum.update(summed.limit(length).position(from));
        return (int) checksum.getValue();
    }

    /** Returns what was written, good until the next record. */
    DirectBuffer content() {
        content.wrap(memory, 0, length);
        return content;
    }
}
