package dev.dormouse.lmdb.internal.compress;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The JDK's zlib. */
final class Zlib {

    private Zlib() {}

    static byte[] pack(byte[] plain, int offset, int length) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain, offset, length);
            deflater.finish();
            byte[] packed = new byte[length / 2 + 64];
            int size = 0;
            while (!deflater.finished()) {
                if (size == packed.length) {
                    packed = Arrays.copyOf(packed, size * 2);
                }
                size += deflater.deflate(packed, size, packed.length - size);
            }
            return Arrays.copyOf(packed, size);
        } finally {
            deflater.end();
        }
    }

    static int unpack(byte[] packed, int offset, int length, byte[] plain) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, offset, length);
            int size = 0;
            while (size < plain.length) {
                int more = inflater.inflate(plain, size, plain.length - size);
                if (more == 0) {
                    return size;
                }
                size += more;
            }
            return inflater.finished() || inflater.inflate(new byte[1]) == 0 ? size : size + 1;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("no zlib bytes", e);
        } finally {
            inflater.end();
        }
    }
}
