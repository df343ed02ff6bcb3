package dev.dormouse.benchmarks.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A buffer that is filled with one key or value at a time, in the order of unsigned bytes. */
final class Bytes {

    private final UnsafeBuffer whole;
    private final UnsafeBuffer filled = new UnsafeBuffer(0, 0);

    Bytes(int capacity) {
        whole = new UnsafeBuffer(ByteBuffer.allocateDirect(capacity));
    }

    /** Where a value is written before {@link #filled(int)}. */
    MutableDirectBuffer whole() {
        return whole;
    }

    /** The first {@code length} bytes. */
    MutableDirectBuffer filled(int length) {
        filled.wrap(whole, 0, length);
        return filled;
    }

    MutableDirectBuffer of(long number) {
        whole.putLong(0, number, ByteOrder.BIG_ENDIAN);
        return filled(Long.BYTES);
    }

    MutableDirectBuffer of(int number) {
        whole.putInt(0, number ^ Integer.MIN_VALUE, ByteOrder.BIG_ENDIAN);
        return filled(Integer.BYTES);
    }

    MutableDirectBuffer of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        whole.putBytes(0, bytes);
        return filled(bytes.length);
    }

    /** Department, day descending, employee. */
    MutableDirectBuffer hire(long department, int day, long employee) {
        whole.putLong(0, department, ByteOrder.BIG_ENDIAN);
        whole.putInt(Long.BYTES, Integer.MAX_VALUE - day, ByteOrder.BIG_ENDIAN);
        whole.putLong(Long.BYTES + Integer.BYTES, employee, ByteOrder.BIG_ENDIAN);
        return filled(2 * Long.BYTES + Integer.BYTES);
    }

    /** A copy of bytes that may be changed. */
    MutableDirectBuffer copy(DirectBuffer from) {
        whole.putBytes(0, from, 0, from.capacity());
        return filled(from.capacity());
    }

    static long number(DirectBuffer from) {
        return from.getLong(0, ByteOrder.BIG_ENDIAN);
    }

    static String text(DirectBuffer from) {
        return from.getStringWithoutLengthUtf8(0, from.capacity());
    }

    static long employeeOfHire(DirectBuffer key) {
        return key.getLong(Long.BYTES + Integer.BYTES, ByteOrder.BIG_ENDIAN);
    }
}
