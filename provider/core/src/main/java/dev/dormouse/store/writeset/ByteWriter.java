package dev.dormouse.store.writeset;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that grow. */
final class ByteWriter {

    private ByteBuffer bytes = ByteBuffer.allocate(256);

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + more));
            larger.put(bytes.flip());
            bytes = larger;
        }
        return bytes;
    }

    void putByte(int value) {
        room(1).put((byte) value);
    }

    void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** Puts the number of bytes and the bytes. */
    void putSized(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    @SuppressWarnings("ByteBufferBackingArray") // the buffer is its own
    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
