package dev.dormouse.lmdb.value;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes of one value after the other, written again and again without garbage. Numbers are little-endian. Not thread-safe. */
public final class ValueBuffer extends OutputStream {

    private byte[] bytes = new byte[256];
    private int length;

    /** Empties the buffer and returns it. */
    public ValueBuffer clear() {
        length = 0;
        return this;
    }

    /** Returns the array behind the buffer, good until the next write; only its first {@link #length()} bytes count. */
    public byte[] array() {
        return bytes;
    }

    /** Returns the number of bytes written. */
    public int length() {
        return length;
    }

    /** Returns a copy of the content. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Makes room for more bytes, counts them as written and returns where they begin in {@link #array()}. */
    public int reserve(int more) {
        int start = length;
        int needed = Math.addExact(start, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
        length = needed;
        return start;
    }

    /** Appends the lowest eight bits. */
    @Override
    public void write(int value) {
        int at = reserve(1);
        bytes[at] = (byte) value;
    }

    @Override
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        int at = reserve(count);
        System.arraycopy(source, offset, bytes, at, count);
    }

    /** Appends four bytes, lowest first. */
    public void putInt(int value) {
        putLowest(value, 4);
    }

    /** Appends eight bytes, lowest first. */
    public void putLong(long value) {
        putLowest(value, 8);
    }

    private void putLowest(long value, int count) {
        int at = reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
