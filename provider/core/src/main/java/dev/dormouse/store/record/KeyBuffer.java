package dev.dormouse.store.record;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes of one encoded key, written again and again without garbage. Ordered as unsigned bytes, a prefix before what it begins. Not thread-safe.
 */
public final class KeyBuffer implements Comparable<KeyBuffer> {

    private byte[] bytes;
    private int length;

    /** Makes an empty buffer that grows as needed. */
    public KeyBuffer() {
        this(64);
    }

    /** Makes an empty buffer with room for some bytes. */
    public KeyBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** Makes a buffer with a copy of these bytes. */
    public static KeyBuffer of(byte[] content) {
        return new KeyBuffer(Math.max(16, content.length)).put(content, 0, content.length);
    }

    /** Empties the buffer and returns it. */
    public KeyBuffer clear() {
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

    /** Cuts the content to its first bytes. */
    public KeyBuffer truncate(int shorter) {
        if (shorter > length) {
            throw new AssertionError("cannot cut " + length + " bytes to " + shorter);
        }
        length = shorter;
        return this;
    }

    /** Returns a copy of the content. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Makes room for more bytes, counts them as written and returns where they begin in {@link #array()}. */
    public int reserve(int more) {
        int start = length;
        if (bytes.length - start < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + more));
        }
        length = start + more;
        return start;
    }

    /** Appends the lowest eight bits. */
    public KeyBuffer put(int value) {
        int at = reserve(1);
        bytes[at] = (byte) value;
        return this;
    }

    /** Appends bytes. */
    public KeyBuffer put(byte[] source, int offset, int count) {
        int at = reserve(count);
        System.arraycopy(source, offset, bytes, at, count);
        return this;
    }

    /** Appends all bytes. */
    public KeyBuffer put(byte[] source) {
        return put(source, 0, source.length);
    }

    /** Appends the content of another buffer. */
    public KeyBuffer put(KeyBuffer other) {
        return put(other.bytes, 0, other.length);
    }

    /** Appends the lowest bytes of a number, highest first. */
    public KeyBuffer putLowest(long value, int count) {
        int at = reserve(count);
        for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
            bytes[at++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Turns every bit around from one place to the end. */
    public KeyBuffer complementFrom(int start) {
        for (int i = start; i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return this;
    }

    /** Compares the content with other bytes, unsigned. */
    public int compareTo(byte[] other) {
        return Arrays.compareUnsigned(bytes, 0, length, other, 0, other.length);
    }

    @Override
    public int compareTo(KeyBuffer other) {
        return Arrays.compareUnsigned(bytes, 0, length, other.bytes, 0, other.length);
    }

    /** Tells whether the content begins with other bytes. */
    public boolean startsWith(byte[] prefix) {
        return length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyBuffer buffer && compareTo(buffer) == 0;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes, 0, length);
    }
}
